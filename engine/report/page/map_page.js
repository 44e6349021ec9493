"use strict";
// The interactive map: choice of index, season and settlement; legend and card follow.
desakota.startMap = () => {
    const { data, numbers, text, element, layers, card } = desakota;
    const indexes = data.map.indexes;

    // Lines of more than this hide what lies below them until the map is large.
    const mostCharactersOfSight = 150000;

    // Indexes that differ in their season only are one choice.
    const keyOf = (index) => JSON.stringify([index.subject, index.title]);
    const choices = new Map();
    for (const index of indexes) {
        if (!choices.has(keyOf(index))) choices.set(keyOf(index), []);
        choices.get(keyOf(index)).push(index);
    }

    const indexChoice = element("select", { id: "index-choice" });
    const seasonChoice = element("select", { id: "season-choice" });
    const seasonLabel = element("label", {}, `${text("choose_season")} `, seasonChoice);
    const settlementChoice = element("input",
        { id: "settlement-choice", type: "search", list: "settlement-names", autocomplete: "off" });
    const showButton = element("button", { type: "button" }, text("show"));
    const wholeButton = element("button", { type: "button", id: "whole-area" }, text("whole_area"));
    const backgroundChoice = element("input", { id: "background-choice", type: "checkbox", checked: true });
    const backgroundLabel = element("label", { class: "check" }, backgroundChoice, ` ${text("background")}`);
    const place = element("div", { id: "map-canvas", role: "application", "aria-label": text("map_label") });
    const legend = element("div", { id: "map-legend", role: "status" });
    const cardPlace = element("div", { id: "map-card", role: "region", "aria-live": "polite", tabindex: "-1" },
        element("p", { class: "small" }, text("card_hint")));

    function fillIndexChoice() {
        const groups = new Map();
        for (const [key, [first]] of choices) {
            if (!groups.has(first.subject)) groups.set(first.subject, element("optgroup", { label: first.subject || text("map") }));
            groups.get(first.subject).append(element("option", { value: key }, first.title));
        }
        indexChoice.append(...groups.values());
    }

    function fillPage() {
        fillIndexChoice();
        const names = element("datalist", { id: "settlement-names" });
        names.append(...card.settlementNames().map((name) => element("option", { value: name })));
        document.getElementById("map").hidden = false;
        document.getElementById("map-link").hidden = false;
        const finder = element("span", { class: "finder" },
            element("label", {}, `${text("choose_settlement")} `, settlementChoice), names, showButton);
        document.getElementById("map-page").append(
            element("div", { class: "controls" }, element("label", {}, `${text("choose_index")} `, indexChoice), seasonLabel,
                ...(data.cards.length ? [finder] : []), wholeButton,
                ...(data.map.background.length ? [backgroundLabel] : [])),
            element("div", { class: "map-columns" }, place, element("div", { class: "side" }, cardPlace, legend)));
    }

    fillPage();
    // Who wants no motion on the screen gets each view at once.
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(place, { attributionControl: false, zoomControl: false, fadeAnimation: false,
        zoomAnimation: !isStill, inertia: !isStill, zoomSnap: 0.5, maxZoom: 18 });
    L.control.zoom({ zoomInTitle: text("zoom_in"), zoomOutTitle: text("zoom_out") }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    map.fitBounds(layers.boundsOf(indexes[0]));

    // A canvas each; those of the background let taps through.
    function pane(name, height, isDeaf) {
        const made = map.createPane(name);
        made.style.zIndex = height;
        if (isDeaf) made.style.pointerEvents = "none";
        return { pane: name, renderer: L.canvas({ pane: name, padding: 0.3 }), interactive: !isDeaf };
    }
    const heights = { area: 350, rivers: 360, roads: 410, ferries: 411, centres: 420, facilities: 430 };
    const panes = new Map();
    const backgrounds = data.map.background.map((background) => {
        const { role } = background;
        if (!panes.has(role)) panes.set(role, pane(`background-${role}`, heights[role], true));
        return { isDense: background.type === "line" && background.shapes.length > mostCharactersOfSight,
            group: layers.ofBackground(background, panes.get(role)) };
    });
    let leastZoomOfDense = map.getZoom() + 2.5;
    function drawBackgrounds() {
        for (const { isDense, group } of backgrounds) {
            const isSeen = backgroundChoice.checked && (!isDense || map.getZoom() >= leastZoomOfDense);
            if (isSeen !== map.hasLayer(group)) isSeen ? group.addTo(map) : group.remove();
        }
    }
    // Names that would lie on another give way.
    function clearNames() {
        const kept = [];
        for (const name of place.querySelectorAll(".place-name")) {
            const box = name.getBoundingClientRect();
            const isCovered = kept.some((other) => box.left < other.right && other.left < box.right &&
                box.top < other.bottom && other.top < box.bottom);
            name.classList.toggle("is-covered", isCovered);
            if (!isCovered) kept.push(box);
        }
    }
    drawBackgrounds();
    clearNames();
    map.on("zoomend", () => {
        drawBackgrounds();
        clearNames();
    });
    backgroundChoice.addEventListener("change", () => {
        drawBackgrounds();
        clearNames();
    });
    const indexPane = pane("index", 400, false);
    const markPane = pane("mark", 450, true);

    const state = { index: null, drawn: null, marks: null, settlement: null, row: null };

    function drawLegend() {
        const { index } = state;
        const known = document.querySelector(`#map-${CSS.escape(index.id)} .legend`).cloneNode(true);
        const background = document.getElementById("background-legend").cloneNode(true);
        background.removeAttribute("id");
        background.hidden = false;
        const season = index.season.charAt(0).toLowerCase() + index.season.slice(1);
        const title = [index.title, season].filter(Boolean).join(", ");
        legend.replaceChildren(element("h3", {}, title), known,
            ...(index.worse ? [element("p", { class: "small" }, index.worse)] : []),
            ...(background.children.length ? [element("h4", {}, text("background")), background] : []));
        if (backgrounds.some(({ isDense }) => isDense)) {
            legend.append(element("p", { class: "small" }, text("zoom_for_lines")));
        }
        if (data.map.left_out.length) {
            legend.append(element("p", { class: "small" }, `${text("left_out")} ${data.map.left_out.join(", ")}.`));
        }
    }

    // A way, and dashed the straight line between its ends.
    function addWay(marks, line) {
        const places = line.getLatLngs().flat();
        const straight = L.polyline([places[0], places[places.length - 1]],
            { ...markPane, color: "#111111", weight: 2, dashArray: "3 6" });
        marks.addLayer(line);
        marks.addLayer(straight);
    }

    // The ways of a settlement in this season, of the same subject where it has any.
    function addWays(marks, settlement) {
        const inSeason = indexes.filter((index) => index.lines_of && (!index.season || index.season === state.index.season));
        const ofSubject = inSeason.filter((index) => index.subject === state.index.subject);
        for (const index of ofSubject.length ? ofSubject : inSeason) {
            index.owners ??= numbers(index.lines_of);
            index.owners.forEach((owner, row) => {
                const line = owner === settlement + 1 ? layers.outline(index, row, { ...markPane, weight: 4 }) : null;
                if (line) addWay(marks, line);
            });
        }
    }

    function drawMarks() {
        if (state.marks) state.marks.remove();
        state.marks = L.layerGroup().addTo(map);
        const bySettlement = state.index.settlements ? state.index : indexes.find((index) => index.settlements);
        const [index, row] = state.settlement === null ? [state.index, state.row] : [bySettlement, state.settlement];
        if (!index || row === null) return null;
        const mark = layers.outline(index, row, markPane);
        if (mark) state.marks.addLayer(mark);
        if (state.settlement !== null) addWays(state.marks, state.settlement);
        return mark;
    }

    function drawCard() {
        const mark = drawMarks();
        if (state.settlement !== null) cardPlace.replaceChildren(...card.ofSettlement(state.index, state.settlement));
        else if (state.row !== null) cardPlace.replaceChildren(...card.ofRow(state.index, state.row));
        else cardPlace.replaceChildren(element("p", { class: "small" }, text("card_hint")));
        cardPlace.parentElement.scrollTop = 0;
        return mark;
    }

    function choose(row) {
        state.settlement = state.index.settlements && row < data.cards.length ? row : null;
        state.row = state.settlement === null ? row : null;
        drawCard();
    }

    function nameOf(row) {
        if (state.index.settlements && row < data.cards.length) return card.settlementNames()[row];
        const table = state.index.table === null ? null : desakota.tables.find(state.index.table);
        return (table && table.nameOf(row)) || state.index.legend[layers.classes(state.index)[row].number].label;
    }

    // The whole of the chosen index; backgrounds follow the zoom.
    function showWhole() {
        const bounds = layers.boundsOf(state.index);
        leastZoomOfDense = map.getBoundsZoom(bounds) + 2.5;
        map.fitBounds(bounds, { animate: false, maxZoom: 15 });
        drawBackgrounds();
    }

    // Whoever has zoomed in keeps that place while the indexes lie over one another.
    function showWholeOfOther(before) {
        const isElsewhere = !before || !layers.boundsOf(before).equals(layers.boundsOf(state.index), 1e-3);
        if (isElsewhere) showWhole();
    }

    function drawIndex(index) {
        const before = state.index;
        if (state.drawn) state.drawn.remove();
        state.index = index;
        state.row = null;
        map.getPane("index").style.zIndex = index.type === "polygon" ? 400 : 440;
        state.drawn = layers.ofIndex(index, indexPane, (layer, row) => {
            layer.on("click", () => choose(row));
            layer.bindTooltip(() => element("span", {}, nameOf(row)), { sticky: true });
        }).addTo(map);
        place.dataset.index = index.id;
        showWholeOfOther(before);
        drawLegend();
        drawCard();
    }

    function fillSeasons(wanted) {
        const seasons = choices.get(indexChoice.value).map((index) => index.season);
        seasonChoice.replaceChildren(...seasons.map((season) => element("option", { value: season }, season || "–")));
        seasonLabel.hidden = seasons.length < 2;
        seasonChoice.value = seasons.includes(wanted) ? wanted : seasons[0];
    }

    function drawChosen() {
        drawIndex(choices.get(indexChoice.value).find((index) => index.season === seasonChoice.value));
    }

    function open(settlement) {
        state.settlement = settlement;
        state.row = null;
        const mark = drawCard();
        if (mark) {
            const bounds = (mark.getBounds ? mark.getBounds() : mark.getLatLng().toBounds(4000)).pad(1.5);
            map.fitBounds(bounds, isStill ? { maxZoom: 15, animate: false } : { maxZoom: 15 });
        }
        document.getElementById("map").scrollIntoView({ block: "start" });
        cardPlace.focus({ preventScroll: true });
    }

    function find() {
        const wanted = settlementChoice.value.trim().toLowerCase();
        const names = card.settlementNames().map((name) => name.toLowerCase());
        const exact = names.indexOf(wanted);
        const found = exact >= 0 ? exact : names.findIndex((name) => name.includes(wanted));
        if (wanted && found >= 0) open(found);
        else cardPlace.replaceChildren(element("p", {}, text("not_found")));
    }

    indexChoice.addEventListener("change", () => {
        fillSeasons(seasonChoice.value);
        drawChosen();
    });
    seasonChoice.addEventListener("change", drawChosen);
    showButton.addEventListener("click", find);
    settlementChoice.addEventListener("keydown", (event) => {
        if (event.key === "Enter") find();
    });
    wholeButton.addEventListener("click", showWhole);
    fillSeasons("");
    drawChosen();
    return { open, shown: () => map.getBounds() };
};
