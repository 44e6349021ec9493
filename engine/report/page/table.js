"use strict";
// Tables that sort and filter; a window of rows is in the page at a time.
desakota.tables = (() => {
    const { data, numbers, optionalNumbers, pooled, shown, text, element } = desakota;
    const collator = new Intl.Collator(data.language, { numeric: true });
    const missing = "–";
    // Texts of more characters get a wide column.
    const longText = 40;
    const made = new Map();

    function unpackedColumn(column) {
        if (column.numbers !== undefined) {
            const scale = 10 ** column.decimals;
            return optionalNumbers(column.numbers).map((value) => value === null ? null : value / scale);
        }
        const texts = numbers(column.texts).map(pooled);
        return numbers(column.rows).map((number) => number ? texts[number - 1] : null);
    }

    function compared(a, b) {
        return typeof a === "number" ? a - b : collator.compare(a, b);
    }

    class Table {
        constructor(table) {
            this.table = table;
            this.columns = table.columns.map(() => null);
            this.settlements = numbers(table.settlements);
            this.sorted = { column: null, descending: false };
            this.query = "";
            this.first = 0;
            this.window = table.id === "priorities" ? 20 : 50;
        }
        column(number) {
            this.columns[number] ??= unpackedColumn(this.table.columns[number]);
            return this.columns[number];
        }
        cell(row, number) {
            const value = this.column(number)[row];
            if (value === null) return missing;
            return typeof value === "number" ? shown(value, this.table.columns[number].decimals) : value;
        }
        nameOf(row) {
            const named = this.table.columns.findIndex((column) => column.texts !== undefined);
            return named < 0 ? null : this.cell(row, this.settlements.length ? this.table.name_column : named);
        }
        // Headings and values of what a row knows.
        filledCells(row) {
            return this.table.columns.map((column, number) => [column.heading, this.cell(row, number)])
                .filter(([, value]) => value !== missing);
        }
        searchText(row) {
            this.searchTexts ??= [];
            this.searchTexts[row] ??= this.table.columns.map((_, number) => this.cell(row, number)).join("\n").toLowerCase();
            return this.searchTexts[row];
        }
        // The rows that are left, in order; missing values come last whichever way.
        order() {
            const rows = Array.from({ length: this.table.rows }, (_, row) => row)
                .filter((row) => !this.query || this.searchText(row).includes(this.query));
            if (this.sorted.column === null) return rows;
            const values = this.column(this.sorted.column);
            const direction = this.sorted.descending ? -1 : 1;
            return rows.sort((a, b) => {
                if (values[a] === null || values[b] === null) return (values[a] === null) - (values[b] === null) || a - b;
                return direction * compared(values[a], values[b]) || a - b;
            });
        }
        attach(place) {
            this.body = place.querySelector("tbody");
            this.headings = [...place.querySelectorAll("thead th")];
            this.headings.forEach((heading, number) => this.addSortButton(heading, number));
            this.addFilter(place);
            this.addPager(place);
            this.draw();
        }
        addSortButton(heading, number) {
            const button = element("button", { type: "button" }, heading.textContent);
            button.title = `${text("sort_by")} ${heading.textContent}`;
            button.addEventListener("click", () => {
                const isSame = this.sorted.column === number;
                this.sorted = { column: number, descending: isSame && !this.sorted.descending };
                this.first = 0;
                this.draw();
            });
            heading.replaceChildren(button);
        }
        addFilter(place) {
            const input = element("input", { type: "search", autocomplete: "off" });
            input.addEventListener("input", () => {
                this.query = input.value.trim().toLowerCase();
                this.first = 0;
                this.draw();
            });
            place.prepend(element("label", { class: "filter" }, `${text("filter_hint")} `, input));
        }
        addPager(place) {
            this.count = element("span", { role: "status" });
            const step = (key, direction) => {
                const button = element("button", { type: "button" }, text(key));
                button.addEventListener("click", () => {
                    this.first += direction * this.window;
                    this.draw();
                });
                return button;
            };
            this.previous = step("previous", -1);
            this.next = step("next", 1);
            place.querySelector(".cut")?.remove();
            const buttons = this.table.rows > this.window ? [this.previous, this.next] : [];
            place.append(element("p", { class: "pager" }, ...buttons, this.count));
        }
        draw() {
            const order = this.order();
            const rows = order.slice(this.first, this.first + this.window);
            this.body.replaceChildren(...rows.map((row) => this.drawnRow(row)));
            this.count.textContent = rows.length === 0 ? text("no_rows")
                : text("rows_of", shown(this.first + 1), shown(this.first + rows.length), shown(order.length));
            this.previous.disabled = this.first === 0;
            this.next.disabled = this.first + this.window >= order.length;
            this.headings.forEach((heading, number) => {
                if (number !== this.sorted.column) heading.removeAttribute("aria-sort");
                else heading.setAttribute("aria-sort", this.sorted.descending ? "descending" : "ascending");
            });
        }
        drawnRow(row) {
            return element("tr", {}, ...this.table.columns.map((column, number) => {
                const value = this.cell(row, number);
                const kind = column.numbers !== undefined ? "number" : value.length > longText && "long";
                const cell = element("td", { class: kind, "data-heading": column.heading });
                const settlement = this.settlements[row];
                const opensCard = settlement && number === this.table.name_column && desakota.map;
                cell.append(opensCard ? this.cardButton(settlement - 1, value) : value);
                return cell;
            }));
        }
        cardButton(settlement, name) {
            const button = element("button", { type: "button", class: "link" }, name);
            button.addEventListener("click", () => desakota.map.open(settlement));
            return button;
        }
    }

    function table(number) {
        if (!made.has(number)) made.set(number, new Table(data.tables[number]));
        return made.get(number);
    }

    // The table of that name behind the priority list, or null.
    function find(id) {
        const number = data.tables.findIndex((candidate, i) => i > 0 && candidate.id === id);
        return number < 0 ? null : table(number);
    }

    // Tables in a closed box wait until it is opened.
    function attachAll() {
        for (const place of document.querySelectorAll("[data-table]")) {
            const attach = () => table(Number(place.dataset.table)).attach(place);
            const box = place.closest("details");
            if (box) box.addEventListener("toggle", attach, { once: true });
            else attach();
        }
    }

    return { find, attachAll };
})();
