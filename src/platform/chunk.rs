//! Waits for a chunk of the app, which `lazy.js` fetches: what the attribute `wasm_split` calls.
//!
//! The crate's own does the same for more threads than there are here, in 1 KB of brotli more.

/// A chunk did not arrive; it can be asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitLoaderError;

/// What the attribute names.
#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the script tells by a function of C that a chunk is there")]
pub mod rt {
    use super::SplitLoaderError;
    use std::cell::Cell;
    use std::ffi::c_void;
    use std::pin::Pin;
    use std::rc::Rc;
    use std::task::{Context, Poll, Waker};

    /// Hears whether the chunk is there.
    pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

    /// Has a chunk fetched, and tells.
    type LoadFn = unsafe extern "C" fn(LoadCallbackFn, *const c_void);

    /// What has a chunk fetched.
    pub struct LazySplitLoader(LoadFn);

    impl LazySplitLoader {
        /// # Safety
        /// The function calls what it is given once, with the pointer that it is given.
        pub const unsafe fn new(load: LoadFn) -> Self {
            LazySplitLoader(load)
        }
    }

    /// What is waited for.
    #[derive(Default)]
    struct Wait {
        there: Cell<Option<bool>>,
        waker: Cell<Option<Waker>>,
    }

    /// A chunk on its way.
    pub struct Loading(Rc<Wait>);

    /// Has a chunk fetched; one that is there is not fetched again. It ends in an error where it did not arrive.
    #[inline(never)]
    pub fn ensure_loaded(loader: Pin<&LazySplitLoader>) -> Loading {
        let wait = Rc::new(Wait::default());
        // SAFETY: the script calls `heard` once, with the pointer, which is given back there.
        unsafe { (loader.0)(heard, Rc::into_raw(Rc::clone(&wait)).cast()) };
        Loading(wait)
    }

    impl Future for Loading {
        type Output = Result<(), SplitLoaderError>;

        // Once, and not in each of the functions that wait.
        #[inline(never)]
        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
            let Loading(wait) = self.get_mut();
            match wait.there.get() {
                Some(there) => Poll::Ready(there.then_some(()).ok_or(SplitLoaderError)),
                None => {
                    wait.waker.set(Some(context.waker().clone()));
                    Poll::Pending
                }
            }
        }
    }

    unsafe extern "C" fn heard(wait: *const c_void, there: bool) {
        // SAFETY: it is the pointer that was made above.
        let wait = unsafe { Rc::from_raw(wait.cast::<Wait>()) };
        wait.there.set(Some(there));
        if let Some(waker) = wait.waker.take() {
            waker.wake();
        }
    }
}
