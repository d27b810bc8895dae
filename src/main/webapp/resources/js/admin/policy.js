/*
 * Before PrimeFaces' other scripts run: the page's nonce, which their requests carry, so that the server writes it into
 * what it sends later; and the styles of single elements, which come as `data-style` since the site's policy permits
 * none in mark-up.
 */
"use strict";

// A page without any of its components has none of its scripts.
if (window.PrimeFaces) {
  const NAME = "data-style";
  const { nonce } = document.currentScript;
  const { csp } = window.PrimeFaces;

  const set = (element) => {
    element.style.cssText = element.getAttribute(NAME);
    element.removeAttribute(NAME);
  };

  const look = (node) => {
    if (node instanceof Element) {
      if (node.hasAttribute(NAME)) {
        set(node);
      }
      node.querySelectorAll(`[${NAME}]`).forEach(set);
    }
  };

  // What takes an element's place has its styles before its scripts run, which may change them.
  const { fn } = window.jQuery;
  const { replaceWith } = fn;
  fn.replaceWith = function replaceWithStyled(content, ...more) {
    if (typeof content !== "string") {
      return replaceWith.call(this, content, ...more);
    }
    const nodes = window.jQuery.parseHTML(content, document, true);
    nodes.forEach(look);
    return replaceWith.call(this, nodes);
  };

  csp.init(nonce);
  document.addEventListener("DOMContentLoaded", () => csp.init(nonce));
  new MutationObserver((changes) => {
    changes.forEach((change) => change.addedNodes.forEach(look));
    // A form that was replaced has lost it.
    if (document.querySelector("form:not(:has([name='primefaces.nonce']))")) {
      csp.init(nonce);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
