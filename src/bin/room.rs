//! The facilitator's binary: mounts the room on its page.

fn main() {
    two_hats::room_ui::start();
}
