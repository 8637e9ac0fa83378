/** In the browser: presses the button of a form that only leads on. */
document.querySelector<HTMLFormElement>("form#by-itself")?.requestSubmit();
