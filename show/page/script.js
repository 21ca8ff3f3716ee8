"use strict";
// The page works without this. It lights every piece of a fact that the text
// breaks up, leads from the words back to the record, and opens what is folded.
(function () {
  var back = document.createElement("button");
  var from = null;
  back.className = "return";
  back.hidden = true;
  back.textContent = document.body.dataset.back;
  document.body.appendChild(back);
  back.addEventListener("click", function () {
    if (from && from.isConnected) {
      from.scrollIntoView({ block: "center" });
      from.focus({ preventScroll: true });
    }
    back.hidden = true;
  });

  function light() {
    document.querySelectorAll(".lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var box = target.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
    document.querySelectorAll('[data-of="' + CSS.escape(id) + '"]').forEach(function (piece) { piece.classList.add("lit"); });
    if (target.closest(".report")) { target.scrollIntoView({ block: "center" }); }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link) {
      var target = document.getElementById(link.getAttribute("href").slice(1));
      var inText = target && target.closest(".text, h4");
      if (inText) { from = link; }
      back.hidden = !inText;
      return;
    }
    var fact = event.target.closest(".report [data-entry]");
    if (fact && String(getSelection()) === "") { location.hash = fact.dataset.entry; }
  });
  window.addEventListener("hashchange", light);
  light();
})();
