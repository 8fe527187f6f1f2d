//! Barriers: what axe-core finds on a page against WCAG 2.2, levels A and AA.

use std::fs;

use serde_json::Value;

use crate::page::Page;

/// Runs axe once nothing moves any more, for a text that fades in has too little contrast on its way.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const ends = document.getAnimations().filter(it => it.effect?.getComputedTiming().endTime !== Infinity).map(it => it.finished);
    Promise.allSettled(ends)
        .then(() => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
        .then(found => done(found.violations), fault => done(String(fault)));";

impl Page {
    /// Fails when the page, as it is now, has a barrier.
    pub async fn axe(&self) {
        let file = &self.setting().axe;
        let axe = fs::read_to_string(file).unwrap_or_else(|fault| panic!("{} cannot be read: {fault}", file.display()));
        // The script is sent with each run, so that the page's own rules about scripts do not matter.
        let found = self.client().execute_async(&format!("{axe};\n{RUN}"), vec![]).await;
        let found = found.unwrap_or_else(|fault| panic!("axe does not run: {fault}"));
        let violations = found.as_array().unwrap_or_else(|| panic!("axe does not run: {found}"));
        assert!(violations.is_empty(), "axe found {} kinds of barriers:\n{}", violations.len(), told(violations));
    }
}

fn told(violations: &[Value]) -> String {
    let word = |of: &Value, name: &str| of[name].as_str().unwrap_or_default().to_owned();
    let each = violations.iter().flat_map(|violation| {
        let (id, help) = (word(violation, "id"), word(violation, "help"));
        let nodes = violation["nodes"].as_array().into_iter().flatten();
        nodes.map(move |node| {
            format!("{id} ({help}) at {}: {}", node["target"], word(node, "failureSummary").replace('\n', " "))
        })
    });
    each.collect::<Vec<_>>().join("\n")
}
