/* Goes on without a click: posts the form of the page, or follows its link once all that the page frames has loaded. */
const form = document.querySelector("form[data-xt-submit]");
const link = document.querySelector("a[data-xt-follow]");

if (form) {
  form.submit();
} else if (link) {
  addEventListener("load", () => location.replace(link.href));
}
