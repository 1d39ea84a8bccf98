// A new question: start reading it from its first word, with the eyes, the keyboard or the ears.
export default function ({ data }) {
  const before = window.psdtPlace;
  window.psdtPlace = data.place;
  if (before === undefined || before === data.place) return;
  requestAnimationFrame(() => {
    document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
    document.querySelector(".psdt-question h2")?.focus({ preventScroll: true });
  });
}
