//! What the program that serves this page says of itself: under which addresses phones reach it, and the short code.

/// What it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// Addresses in figures, the likeliest first, each with a slash at its end.
    pub addresses: Vec<String>,
    /// The short code, while the door is open.
    pub code: Option<String>,
    /// How often another took its place because too many wrong ones came.
    pub renewed: u32,
}

impl Served {
    /// Reads what `two-hats host` answers; `None` where it is something else.
    pub fn read(text: &str) -> Option<Self> {
        let (_, addresses) = text.split_once("\"addresses\":[")?;
        let (addresses, _) = addresses.split_once(']')?;
        let addresses = addresses.split(',').filter_map(plain).map(str::to_owned).collect();
        let (_, code) = text.split_once("\"code\":")?;
        let code = plain(code.split([',', '}']).next()?).map(str::to_owned);
        let (_, renewed) = text.split_once("\"renewed\":")?;
        let renewed = renewed.split([',', '}']).next()?.trim().parse().ok()?;
        Some(Served { addresses, code, renewed })
    }
}

/// A text in quotes of which nothing had to be escaped, as addresses and codes are.
fn plain(text: &str) -> Option<&str> {
    let text = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = |sign: char| sign.is_ascii_graphic() && !matches!(sign, '"' | '\\' | '<' | '>');
    (!text.is_empty() && text.chars().all(is_plain)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_host_program_says_is_read_and_rubbish_is_not() {
        let said = "{\"addresses\":[\"http://192.168.1.5:8640/\",\"http://10.0.0.2:8640/\"],\"code\":\"K3V8TQ\",\"wrong\":0,\"renewed\":2,\"seats\":12,\"devices\":12}";
        let served = Served::read(said).expect("an answer");
        assert_eq!(served.addresses, ["http://192.168.1.5:8640/", "http://10.0.0.2:8640/"]);
        assert_eq!((served.code.as_deref(), served.renewed), (Some("K3V8TQ"), 2));
        let shut = "{\"addresses\":[],\"code\":null,\"wrong\":0,\"renewed\":0,\"seats\":0,\"devices\":0}";
        assert_eq!(Served::read(shut), Some(Served::default()));
        for other in ["", "<!doctype html>", "{}", "{\"addresses\":[", "This is for the page that two-hats host opened"]
        {
            assert_eq!(Served::read(other), None, "{other}");
        }
    }
}
