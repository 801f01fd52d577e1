//! The same plan, day, seed and trials give the same answer, however it is computed.

use plumbline_forecast::{DEFAULT_SEED, DEFAULT_TRIALS, Engine, Model, Outcome};
use plumbline_plan::start;

use crate::program::{check, day, sample_file};

fn hash(file: &str, options: &[&str]) -> String {
    let json = check(&sample_file(file), &[options, &["--json"]].concat()).json();
    json["outcome_hash"].as_str().unwrap().to_owned()
}

/// Case 79.
#[test]
fn it_is_the_answer_of_the_page() {
    // As the page computes it: one slice after the other.
    let model = Model::from_plan(&start::sample(day()), day()).unwrap();
    let engine = Engine::new(&model);
    let mut trials = engine.run(DEFAULT_SEED, 0..250);
    for start in (250..DEFAULT_TRIALS).step_by(250) {
        trials.merge(&engine.run(DEFAULT_SEED, start..start + 250));
    }
    let outcome = Outcome::new(&model, &trials);

    let json = check(&sample_file("page.json"), &["--json"]).json();
    assert_eq!(json["outcome_hash"], format!("{:016x}", outcome.hash()));
    assert_eq!(json["outcome"], serde_json::to_value(&outcome).unwrap());
}

/// Case 79.
#[test]
fn two_runs_agree_and_so_do_any_number_of_threads() {
    let few = |more: &[&str]| hash("threads.json", &[&["--trials", "999"], more].concat());
    let first = few(&[]);
    for threads in ["1", "2", "3", "16", "1000"] {
        assert_eq!(few(&["--threads", threads]), first, "{threads} threads");
    }
    assert_eq!(few(&[]), first);
}

#[test]
fn another_seed_or_number_of_trials_is_another_answer() {
    let of = |seed: &str, trials: &str| hash("seeds.json", &["--seed", seed, "--trials", trials]);
    let first = of("1", "500");
    assert_ne!(of("2", "500"), first);
    assert_ne!(of("1", "501"), first);
}
