"use strict";
// What the page's scripts share: its data, unpacked on demand, and how numbers and texts are shown.
const desakota = (() => {
    const data = JSON.parse(document.getElementById("report-data").textContent);
    const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const digits = new Map([...characters].map((character, digit) => [character.charCodeAt(0), digit]));

    // Reads packed numbers one after the other (engine/report/packed_numbers.h).
    class Reader {
        constructor(text) {
            this.text = text;
            this.at = 0;
        }
        get isDone() {
            return this.at >= this.text.length;
        }
        number() {
            let value = 0;
            for (let factor = 1; ; factor *= 32) {
                const digit = digits.get(this.text.charCodeAt(this.at++));
                if (digit < 32) return value + digit * factor;
                value += (digit - 32) * factor;
            }
        }
        signed() {
            const folded = this.number();
            return folded % 2 ? -(folded + 1) / 2 : folded / 2;
        }
        // Missing is null.
        optional() {
            const folded = this.number() - 1;
            if (folded < 0) return null;
            return folded % 2 ? -(folded + 1) / 2 : folded / 2;
        }
    }

    function numbers(text) {
        const reader = new Reader(text);
        const list = [];
        while (!reader.isDone) list.push(reader.number());
        return list;
    }

    function optionalNumbers(text) {
        const reader = new Reader(text);
        const list = [];
        while (!reader.isDone) list.push(reader.optional());
        return list;
    }

    let pool = null;
    function pooled(number) {
        if (!pool) {
            pool = [];
            const reader = new Reader(data.pool.texts);
            while (!reader.isDone) {
                let text = "";
                for (let count = reader.number(); count > 0; --count) text += data.pool.words[reader.number()];
                pool.push(text);
            }
        }
        return pool[number];
    }

    const [grouping, decimal] = data.language === "en" ? [",", "."] : [".", ","];
    function shown(value, decimals = 0) {
        const [whole, part] = value.toFixed(decimals).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, grouping);
        return part ? grouped + decimal + part : grouped;
    }

    function text(key, ...values) {
        return data.texts[key].replace(/\{(\d)\}/g, (_, number) => values[number]);
    }

    // An element with attributes and children; strings become text, never markup.
    function element(name, attributes = {}, ...children) {
        const made = document.createElement(name);
        for (const [attribute, value] of Object.entries(attributes)) {
            if (value !== false && value !== null) made.setAttribute(attribute, value === true ? "" : value);
        }
        made.append(...children);
        return made;
    }

    return { data, Reader, numbers, optionalNumbers, pooled, shown, text, element };
})();
