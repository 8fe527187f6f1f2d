//! Where the spots of a layer stand: as near to what they are joined to as their width and order let them.

/// A spot that wants a place.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Where its middle would be best.
    pub middle: f64,
    /// How much room it takes, the gap beside it included.
    pub room: f64,
}

/// The middles of spots from left to right that none can better for all together: the sum of the squares of what they
/// are away from their wishes is the least that their order and room allow (isotonic regression, by pooling
/// neighbours that want to pass each other).
pub fn settle(wishes: &[Wish]) -> Vec<f64> {
    // Measured from where each would stand if all were packed from 0, the middles need only not go down.
    let mut packed = Vec::with_capacity(wishes.len());
    let mut edge = 0.0;
    for wish in wishes {
        packed.push(edge + wish.room / 2.0);
        edge += wish.room;
    }
    // Pools of neighbours: the sum of what they want, and how many they are.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (wish, packed) in wishes.iter().zip(&packed) {
        let mut pool = (wish.middle - packed, 1);
        while let Some(before) = pools.pop_if(|before| before.0 / before.1 as f64 > pool.0 / pool.1 as f64) {
            pool = (pool.0 + before.0, pool.1 + before.1);
        }
        pools.push(pool);
    }
    let offsets = pools.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / *count as f64, *count));
    packed.iter().zip(offsets).map(|(packed, offset)| packed + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_room_stands_where_it_wants_and_others_share_the_loss() {
        let wish = |middle| Wish { middle, room: 10.0 };
        assert_eq!(settle(&[wish(5.0), wish(50.0)]), [5.0, 50.0]);
        assert_eq!(settle(&[wish(20.0), wish(20.0)]), [15.0, 25.0]);
        assert_eq!(settle(&[wish(30.0), wish(10.0), wish(100.0)]), [15.0, 25.0, 100.0]);
    }
}
