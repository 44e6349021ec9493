"use strict";
// Charts that answer to a pointer, in the place of the still ones.
desakota.startCharts = () => {
    const { data, shown, element } = desakota;
    const colours = ["#0072b2", "#d55e00", "#009e73", "#e69f00", "#cc79a7"];
    const mostBars = 40;
    Chart.defaults.animation = false;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = "#333333";

    // As many digits as the value needs.
    function written(value) {
        if (Number.isInteger(value)) return shown(value);
        return shown(value, Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 2 : 1);
    }

    const axis = (title) => ({ title: { display: Boolean(title), text: title },
        ticks: { callback: (value) => written(Math.round(value * 1e6) / 1e6) } });

    function planeSeries(chart, series, number) {
        const isLine = chart.kind === "curve" || series.reference;
        return { label: series.label, names: series.names, borderColor: colours[number % colours.length],
            data: series.points.map(([x, y]) => ({ x, y })), showLine: isLine, borderWidth: isLine ? 2 : 0,
            backgroundColor: colours[number % colours.length] + (isLine ? "" : "99"),
            borderDash: series.reference ? [5, 4] : [], pointRadius: isLine ? 0 : 4, pointHitRadius: isLine ? 6 : 2 };
    }

    function planeConfiguration(chart) {
        const label = (item) => {
            const name = item.dataset.names[item.dataIndex];
            return `${name ? name + ": " : ""}${written(item.parsed.x)}; ${written(item.parsed.y)}`;
        };
        return { type: "scatter", data: { datasets: chart.series.map((series, i) => planeSeries(chart, series, i)) },
            options: { scales: { x: axis(chart.x_title), y: axis(chart.y_title) },
                plugins: { tooltip: { callbacks: { label } } } } };
    }

    function barSeries(chart, series, number) {
        const points = series.points.slice(0, mostBars);
        const isInterval = chart.kind === "intervals";
        return { label: series.label, points, backgroundColor: colours[number % colours.length] + (isInterval ? "80" : ""),
            data: points.map(([, y, low, high]) => isInterval ? [low ?? y, high ?? y] : y),
            maxBarThickness: isInterval ? 5 : 24 };
    }

    // The value itself on its interval.
    const middles = { id: "middles", afterDatasetsDraw(drawn) {
        drawn.data.datasets.forEach((series, number) => {
            drawn.getDatasetMeta(number).data.forEach((bar, i) => {
                if (series.points[i][1] === null) return;
                drawn.ctx.beginPath();
                drawn.ctx.arc(drawn.scales.x.getPixelForValue(series.points[i][1]), bar.y, 4, 0, 2 * Math.PI);
                drawn.ctx.fillStyle = colours[number % colours.length];
                drawn.ctx.fill();
            });
        });
    } };

    function barConfiguration(chart) {
        const label = (item) => {
            const [, value, low, high] = item.dataset.points[item.dataIndex];
            const limits = low === null || high === null ? "" : ` (${written(low)}–${written(high)})`;
            return value === null ? "–" : written(value) + limits;
        };
        const shortened = (category) => category.length > 30 ? category.slice(0, 29) + "…" : category;
        const labels = chart.categories.slice(0, mostBars);
        return { type: "bar", plugins: chart.kind === "intervals" ? [middles] : [],
            data: { labels, datasets: chart.series.map((series, i) => barSeries(chart, series, i)) },
            options: { indexAxis: "y", scales: { x: axis(chart.y_title),
                y: { ticks: { autoSkip: false, callback: (_, i) => shortened(labels[i]) } } },
                plugins: { tooltip: { callbacks: { label } } } } };
    }

    for (const figure of document.querySelectorAll("[data-chart]")) {
        const chart = data.charts[Number(figure.dataset.chart)];
        const isOfBars = chart.kind === "bars" || chart.kind === "intervals";
        const canvas = element("canvas", { role: "img", "aria-label": chart.description });
        const box = element("div", { class: "chart-box" }, canvas);
        box.style.height = isOfBars ? `${110 + 24 * Math.min(chart.categories.length, mostBars)}px` : "360px";
        figure.querySelector("svg").after(box);
        figure.classList.add("is-live");
        const configuration = isOfBars ? barConfiguration(chart) : planeConfiguration(chart);
        configuration.options.maintainAspectRatio = false;
        configuration.options.plugins.legend = { display: chart.series.length > 1,
            labels: isOfBars ? {} : { usePointStyle: true, pointStyle: chart.kind === "curve" ? "line" : "circle" } };
        new Chart(canvas, configuration);
    }
};
