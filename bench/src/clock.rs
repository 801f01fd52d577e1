//! Takes the time of a piece of work. Knows no clock: one is passed in.

/// How long one sample lasts at least, milliseconds: long against the clock of a browser,
/// which shows tenths of one.
const SAMPLE: f64 = 30.0;

/// How many samples are taken.
const SAMPLES: usize = 8;

/// The milliseconds that the work takes once: the least of several samples, since what
/// else the machine does can only add. `now` tells milliseconds.
pub fn best_milliseconds(now: impl Fn() -> f64, mut work: impl FnMut()) -> f64 {
    let mut sample = |times: u32| {
        let start = now();
        (0..times).for_each(|_| work());
        now() - start
    };
    let mut times = 1;
    while sample(times) < SAMPLE && times < 1 << 20 {
        times *= 2;
    }
    let best = (0..SAMPLES)
        .map(|_| sample(times))
        .fold(f64::INFINITY, f64::min);
    best / f64::from(times)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn the_quickest_sample_counts_and_is_shared_by_its_repeats() {
        let (time, works) = (Cell::new(0.0), Cell::new(0));
        let best = best_milliseconds(
            || time.get(),
            || {
                works.set(works.get() + 1);
                // Every seventh time something else is in the way.
                let other = if works.get() % 7 == 0 { 5.0 } else { 0.0 };
                time.set(time.get() + 10.0 + other);
            },
        );
        assert!((10.0..12.0).contains(&best), "{best}");
    }
}
