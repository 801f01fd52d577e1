//! Keeps labels apart along one axis.

/// A label's wish: where its middle should be, and how tall it is. Pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wish {
    pub(crate) middle: f64,
    pub(crate) height: f64,
}

/// Tops for the labels, in the order given from top to bottom, as near to their
/// wishes as `clearance` between them and the bounds allow. `None` when they don't fit.
pub(crate) fn stack(wishes: &[Wish], top: f64, bottom: f64, clearance: f64) -> Option<Vec<f64>> {
    // Labels that would collide share their shift: each run of touching labels is
    // centred on what its members wish, so neither end is pushed more than the other.
    let mut runs: Vec<Run> = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let mut run = Run::of(*wish);
        run.bound(top, bottom);
        while let Some(last) = runs.last() {
            if last.top + last.height + clearance <= run.top {
                break;
            }
            run = last.join(&run, clearance);
            run.bound(top, bottom);
            runs.pop();
        }
        runs.push(run);
    }
    if runs.iter().any(|run| run.height > bottom - top + 1e-6) {
        return None;
    }
    let mut tops = Vec::with_capacity(wishes.len());
    let mut wishes = wishes.iter();
    for run in &runs {
        let mut at = run.top;
        for wish in wishes.by_ref().take(run.members) {
            tops.push(at);
            at += wish.height + clearance;
        }
    }
    Some(tops)
}

/// Labels that touch: their common top and height, and the sum of the tops each would
/// have the run start at.
struct Run {
    top: f64,
    height: f64,
    wanted: f64,
    members: usize,
}

impl Run {
    fn of(wish: Wish) -> Self {
        let top = wish.middle - wish.height / 2.0;
        Self {
            top,
            height: wish.height,
            wanted: top,
            members: 1,
        }
    }

    fn join(&self, below: &Self, clearance: f64) -> Self {
        let shift = self.height + clearance;
        let members = self.members + below.members;
        let wanted = self.wanted + below.wanted - shift * below.members as f64;
        Self {
            top: wanted / members as f64,
            height: shift + below.height,
            wanted,
            members,
        }
    }

    fn bound(&mut self, top: f64, bottom: f64) {
        self.top = self.top.min(bottom - self.height).max(top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(middle: f64) -> Wish {
        Wish {
            middle,
            height: 20.0,
        }
    }

    #[test]
    fn labels_apart_stay_where_they_wish() {
        assert_eq!(
            stack(&[wish(30.0), wish(80.0)], 0.0, 200.0, 4.0),
            Some(vec![20.0, 70.0])
        );
    }

    #[test]
    fn labels_that_touch_part_evenly() {
        assert_eq!(
            stack(&[wish(50.0), wish(50.0)], 0.0, 200.0, 4.0),
            Some(vec![28.0, 52.0])
        );
    }

    #[test]
    fn the_bounds_hold_and_too_little_room_is_told() {
        assert_eq!(
            stack(&[wish(195.0), wish(199.0)], 0.0, 200.0, 4.0),
            Some(vec![156.0, 180.0])
        );
        assert_eq!(stack(&[wish(5.0), wish(5.0)], 0.0, 40.0, 4.0), None);
    }
}
