// Says that all modules of the page were loaded, to again.js, which is none of them.
document.documentElement.dataset.running = "";
