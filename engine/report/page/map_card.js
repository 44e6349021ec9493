"use strict";
// The card of a settlement, or of any row of an index.
desakota.card = (() => {
    const { data, Reader, pooled, optionalNumbers, shown, text, element, layers } = desakota;

    function settlement(number) {
        const reader = new Reader(data.cards[number]);
        const card = { name: pooled(reader.number()), group: null, sentences: [], figures: [] };
        const group = reader.number();
        if (group) card.group = pooled(group - 1);
        for (let count = reader.number(); count > 0; --count) card.sentences.push(pooled(reader.number()));
        for (let count = reader.number(); count > 0; --count) {
            card.figures.push([pooled(reader.number()), pooled(reader.number())]);
        }
        return card;
    }

    let names = null;
    function settlementNames() {
        names ??= data.cards.map((packed) => pooled(new Reader(packed).number()));
        return names;
    }

    function figures(pairs) {
        const list = element("dl", { class: "figures" });
        for (const [label, value] of pairs) list.append(element("dt", {}, label), element("dd", {}, value));
        return list;
    }

    function bar(label, metres, longest) {
        const line = element("span", { class: "bar" });
        line.style.width = `${Math.max(1, 100 * metres / longest)}%`;
        return element("li", {}, element("span", {}, `${label}: ${shown(metres / 1000, 1)} ${text("km")}`), line);
    }

    // The straight line against the way, where the index knows both.
    function ways(index, row) {
        if (index.ways === null) return [];
        const known = data.map.ways[index.ways];
        known.totals ??= optionalNumbers(known.total);
        known.straights ??= optionalNumbers(known.straight);
        const total = known.totals[row];
        const straight = known.straights[row];
        if (total === null || straight === null) return [];
        const longest = Math.max(total, straight, 1);
        const list = element("ul", { class: "ways" }, bar(text("straight"), straight, longest),
            bar(text("way"), total, longest));
        if (straight <= 0) return [list];
        return [list, element("p", {}, text("way_ratio", shown(total / straight, 1)))];
    }

    function classLine(index, row) {
        const rowClass = layers.classes(index)[row];
        if (!rowClass) return [];
        const doubt = rowClass.isDoubtful ? ` (${index.doubt || text("doubtful")})` : "";
        return [element("p", { class: "class" }, `${index.title}: ${index.legend[rowClass.number].label}${doubt}`)];
    }

    function ofSettlement(index, number) {
        const { name, group, sentences, figures: pairs } = settlement(number);
        const inIndex = index.settlements ? [...classLine(index, number), ...ways(index, number)] : [];
        return [element("h3", {}, name), ...(group ? [element("p", { class: "small" }, group)] : []), ...inIndex,
            ...sentences.map((sentence) => element("p", {}, sentence)), ...(pairs.length ? [figures(pairs)] : [])];
    }

    function ofRow(index, row) {
        const table = index.table === null ? null : desakota.tables.find(index.table);
        const pairs = table ? table.filledCells(row) : [];
        const title = table ? table.nameOf(row) : null;
        return [element("h3", {}, title ?? index.title), ...classLine(index, row), figures(pairs)];
    }

    return { ofSettlement, ofRow, settlementNames };
})();
