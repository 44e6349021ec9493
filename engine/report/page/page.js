"use strict";
// Brings the page to life; all that it shows stands without this as well.
document.getElementById("scripts-off").remove();
if (desakota.data.map) desakota.map = desakota.startMap();
desakota.tables.attachAll();
desakota.startCharts();
window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details.method")) box.open = true;
});
