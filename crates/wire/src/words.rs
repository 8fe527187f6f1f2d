//! Two words for a phone, by which people in a room tell it from others.

const COLOURS: &str = "amber apple birch black blue brick bronze brown cherry clay coal copper cream dawn denim \
    dusk fern fig flint gold green grey honey jade lemon mint olive plum rose rust silver white";
const THINGS: &str = "anchor arrow badge basket bell boat bridge button candle chair clock comet compass cup door feather \
    flag fox garden hat heron kettle key kite ladder lamp lantern moth oak otter owl stone";

/// The words that stand for two numbers, each taken from a list of 32.
pub fn given_words(words: [u8; 2]) -> [&'static str; 2] {
    let word = |list: &'static str, at: u8| list.split_whitespace().nth(usize::from(at % 32)).unwrap_or_default();
    [word(COLOURS, words[0]), word(THINGS, words[1])]
}
