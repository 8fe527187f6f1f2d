//! The workbench's binary: on its page it mounts the workbench, and as a worker it checks beside the page.

fn main() {
    two_hats::workbench_ui::start();
}
