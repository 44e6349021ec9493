"use strict";
// Shapes and layers of the map.
desakota.layers = (() => {
    const { data, Reader, numbers, pooled, element, symbols } = desakota;
    const roles = { point: 0, line: 1, outer: 2, inner: 3 };

    // Features as lists of parts, a part as its role and places (engine/report/map_shapes.h).
    function unpack(text, coarseness) {
        const { west, south, step } = data.map.grid;
        const reader = new Reader(text);
        const features = [];
        let x = 0;
        let y = 0;
        while (!reader.isDone) {
            const parts = [];
            for (let count = reader.number(); count > 0; --count) {
                const head = reader.number();
                const places = [];
                for (let left = Math.floor(head / 4); left > 0; --left) {
                    x += reader.signed();
                    y += reader.signed();
                    places.push([south + y * coarseness * step, west + x * coarseness * step]);
                }
                parts.push({ role: head % 4, places });
            }
            features.push(parts);
        }
        return features;
    }

    const unpacked = new Map();
    function features(shape) {
        if (!unpacked.has(shape)) unpacked.set(shape, unpack(data.map.shapes[shape], 1));
        return unpacked.get(shape);
    }

    function areas(parts) {
        const polygons = [];
        for (const { role, places } of parts) {
            if (role === roles.inner && polygons.length) polygons[polygons.length - 1].push(places);
            else polygons.push([places]);
        }
        return polygons;
    }

    // The layers of one feature; a feature of many points is as many markers.
    function drawn(parts, type, symbol, isDoubtful, options) {
        if (!parts.length) return [];
        if (type === "polygon") {
            return [L.polygon(areas(parts), { ...symbols.areaStyle(symbol, isDoubtful), ...options })];
        }
        if (type === "line") {
            return [L.polyline(parts.map((part) => part.places), { ...symbols.lineStyle(symbol), ...options })];
        }
        return parts.map((part) => symbols.marker(part.places[0], symbol, isDoubtful, options));
    }

    // What the packed class of a row says.
    function classOf(code) {
        return code ? { number: Math.floor(code / 2) - 1, isDoubtful: code % 2 === 1 } : null;
    }

    // An index's classes, row by row, unpacked once.
    function classes(index) {
        index.unpackedClasses ??= numbers(index.classes).map(classOf);
        return index.unpackedClasses;
    }

    function ofIndex(index, options, onRow) {
        const group = L.layerGroup();
        const ofRow = classes(index);
        features(index.shape).forEach((parts, row) => {
            const rowClass = ofRow[row];
            if (!rowClass) return;
            const symbol = index.legend[rowClass.number].symbol;
            for (const layer of drawn(parts, index.type, symbol, rowClass.isDoubtful, options)) {
                onRow(layer, row);
                group.addLayer(layer);
            }
        });
        return group;
    }

    const mostLabels = 60;
    function backgroundPoints(background, group, options) {
        const ofRow = numbers(background.classes).map(classOf);
        const names = numbers(background.names).map(pooled);
        const hasLabels = names.filter((name, row) => name && ofRow[row]).length <= mostLabels;
        // A facility and the centre it lies in have room for both names.
        const isFacility = background.role === "facilities";
        const tooltip = { permanent: true, direction: isFacility ? "left" : "right", className: "place-name",
            offset: [isFacility ? -6 : 6, 0] };
        unpack(background.shapes, background.coarseness).forEach((parts, row) => {
            if (!ofRow[row]) return;
            const symbol = background.legend[ofRow[row].number].symbol;
            for (const layer of drawn(parts, "point", symbol, false, options)) {
                group.addLayer(layer);
                if (!hasLabels || !names[row]) continue;
                layer.bindTooltip(element("span", {}, names[row]), tooltip);
            }
        });
    }

    function ofBackground(background, options) {
        const group = L.layerGroup();
        if (background.type === "point") {
            backgroundPoints(background, group, options);
            return group;
        }
        // Areas that an index has as well are not written twice.
        const groups = background.shape === undefined
            ? unpack(background.shapes, background.coarseness) : [features(background.shape).flat()];
        groups.forEach((parts, number) => {
            const symbol = background.legend[number].symbol;
            for (const layer of drawn(parts, background.type, symbol, false, options)) group.addLayer(layer);
        });
        return group;
    }

    // Of what an index draws; its layer may lie far from the other indexes'.
    function boundsOf(index) {
        if (index.bounds) return index.bounds;
        const bounds = L.latLngBounds([]);
        const ofRow = classes(index);
        features(index.shape).forEach((parts, row) => {
            if (ofRow[row]) parts.forEach((part) => part.places.forEach((place) => bounds.extend(place)));
        });
        const { west, south, step, width, height } = data.map.grid;
        const known = bounds.isValid() ? bounds
            : L.latLngBounds([[south, west], [south + height * step, west + width * step]]);
        index.bounds = known.pad(0.02);
        return index.bounds;
    }

    // A line round the feature of a row.
    function outline(index, row, options) {
        const parts = features(index.shape)[row];
        const look = { color: "#111111", weight: 3, fill: false, interactive: false, ...options };
        if (!parts.length) return null;
        if (index.type === "polygon") return L.polygon(areas(parts), look);
        if (index.type === "line") return L.polyline(parts.map((part) => part.places), { ...look, weight: 5 });
        return L.circleMarker(parts[0].places[0], { ...look, radius: 12 });
    }

    return { features, classes, ofIndex, ofBackground, outline, boundsOf };
})();
