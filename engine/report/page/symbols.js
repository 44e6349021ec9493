"use strict";
// Symbols on the map's canvas: markers of every shape, hatched areas, rings round what is not sure.
desakota.symbols = (() => {
    const pixelsPerMillimetre = 3.78;
    const patterns = new Map();

    // Lines of a tile of 8 pixels that meet those of the next tile.
    const hatchLines = {
        rising: [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]],
        falling: [[-2, 6, 2, 10], [0, 0, 8, 8], [6, -2, 10, 2]],
        level: [[0, 4, 8, 4]],
        upright: [[4, 0, 4, 8]],
    };

    function hatched(background, hatch, colour, opacity) {
        const key = [background, hatch, colour, opacity].join();
        if (!patterns.has(key)) {
            const tile = document.createElement("canvas");
            tile.width = tile.height = 8;
            const context = tile.getContext("2d");
            context.globalAlpha = opacity;
            context.fillStyle = background;
            context.fillRect(0, 0, 8, 8);
            context.globalAlpha = 1;
            context.strokeStyle = colour;
            context.lineWidth = hatch === "falling" ? 1 : 1.5;
            context.beginPath();
            for (const [x1, y1, x2, y2] of hatchLines[hatch]) {
                context.moveTo(x1, y1);
                context.lineTo(x2, y2);
            }
            context.stroke();
            patterns.set(key, context.createPattern(tile, "repeat"));
        }
        return patterns.get(key);
    }

    function areaFill(symbol, isDoubtful) {
        if (symbol.hatch) return hatched("#ffffff", symbol.hatch, symbol.colour, 0.6);
        if (isDoubtful) return hatched(symbol.colour, "falling", "#222222", symbol.opacity);
        return symbol.colour;
    }

    const dashes = { "": null, dashed: "8 5", dotted: "2 4" };

    function areaStyle(symbol, isDoubtful) {
        const isPattern = symbol.hatch || isDoubtful;
        return { color: "#444444", weight: 0.7, opacity: 0.8, fillColor: areaFill(symbol, isDoubtful),
            fillOpacity: isPattern ? 1 : symbol.opacity };
    }

    function lineStyle(symbol) {
        return { color: symbol.colour, weight: Math.max(1, symbol.width * pixelsPerMillimetre * 0.8),
            dashArray: dashes[symbol.dash], opacity: symbol.opacity, fill: false };
    }

    const corners = {
        square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
        diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
        triangle: [[0, -1.2], [1.2, 1], [-1.2, 1]],
        cross: [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2],
            [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]],
        star: Array.from({ length: 10 }, (_, i) => {
            const radius = i % 2 ? 0.6 : 1.4;
            return [radius * Math.sin(i * Math.PI / 5), -radius * Math.cos(i * Math.PI / 5)];
        }),
    };

    const Marker = L.CircleMarker.extend({
        _updatePath() {
            const renderer = this._renderer;
            if (!renderer._drawing || this._empty()) return;
            const context = renderer._ctx;
            const { x, y } = this._point;
            const radius = Math.max(this._radius, 1);
            const shape = corners[this.options.marker];
            context.beginPath();
            if (shape) {
                shape.forEach(([across, down], i) =>
                    i ? context.lineTo(x + across * radius, y + down * radius)
                      : context.moveTo(x + across * radius, y + down * radius));
                context.closePath();
            } else {
                context.arc(x, y, radius, 0, 2 * Math.PI);
            }
            renderer._fillStroke(context, this);
            if (!this.options.ring) return;
            context.beginPath();
            context.arc(x, y, radius + 3, 0, 2 * Math.PI);
            context.stroke();
        },
    });

    function marker(place, symbol, isDoubtful, options) {
        return new Marker(place, { marker: symbol.marker, ring: isDoubtful, color: "#333333", weight: 1, opacity: 1,
            radius: Math.max(3, symbol.size * pixelsPerMillimetre / 2), fillColor: symbol.colour,
            fillOpacity: symbol.opacity, ...options });
    }

    return { areaStyle, lineStyle, marker };
})();
