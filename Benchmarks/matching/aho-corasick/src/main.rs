// aho-corasick-bench NAMES TEXT ROUNDS
//
// Builds the automaton of BurntSushi's aho-corasick for the names of a file, one a line, and counts its
// leftmost-longest matches in a text. Prints one line of JSON, as newswatch-matchbench does. It folds the case of ASCII
// letters alone and knows no word boundaries.
use aho_corasick::{AhoCorasickBuilder, MatchKind};
use std::time::Instant;

/// A build that takes this many seconds is not repeated.
const LONG_BUILD: f64 = 5.0;

/// Highest resident memory so far, in MiB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("/proc is mounted");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("Linux tells VmHWM");
    line.split_whitespace().nth(1).and_then(|word| word.parse::<f64>().ok()).expect("VmHWM is a number") / 1024.0
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, names, text, rounds] = arguments.as_slice() else { panic!("usage: aho-corasick-bench NAMES TEXT ROUNDS") };
    let rounds: usize = rounds.parse().expect("ROUNDS is a number");
    let names = std::fs::read_to_string(names).expect("NAMES can be read");
    let names: Vec<&str> = names.lines().filter(|name| !name.is_empty()).collect();

    let before = peak();
    let mut times = Vec::new();
    let automaton = loop {
        let start = Instant::now();
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .auto_configure(&names)
            .build(&names);
        times.push(start.elapsed().as_secs_f64());
        if times.len() >= rounds || times[0] >= LONG_BUILD {
            break automaton;
        }
    };
    let (build, build_peak) = (median(&mut times), peak() - before);

    let text = std::fs::read(text).expect("TEXT can be read");
    let mut mentions = 0;
    let mut times = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        mentions = automaton.find_iter(&text).count();
        times.push(start.elapsed().as_secs_f64());
    }
    let speed = text.len() as f64 / median(&mut times) / 1e6;
    println!(
        "{{\"names\":{},\"bytes\":{},\"build_s\":{build},\"index_bytes\":{},\"mb_per_s\":{speed},\
         \"mentions\":{mentions},\"build_peak_mib\":{build_peak},\"peak_mib\":{}}}",
        names.len(),
        text.len(),
        automaton.heap_bytes(),
        peak()
    );
}
