/* How PrimeFaces' charts look here: in the colours of the site's tokens, with times as the reader's clock has them. */
"use strict";

window.plenumChart = function plenumChart() {
  const { config } = this.cfg;
  const { lang, dataset } = document.documentElement;
  const time = new Intl.DateTimeFormat(dataset.regional ?? lang, { hour: "2-digit", minute: "2-digit" });
  config.data.labels = config.data.labels.map((label) => time.format(new Date(label)));
  config.options = window.plenumChart.options(config.data.datasets);
};

/** In the colours of now, which the lines are given too. */
window.plenumChart.options = (lines) => {
  const style = window.getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const axis = (position) => ({
    position,
    beginAtZero: true,
    ticks: { color: token("--ink-soft"), precision: 0 },
    grid: { color: token("--line"), drawOnChartArea: position === "left" },
  });
  const colours = ["--accent", "--in-room", "--away"].map(token);
  lines.forEach((line, at) => {
    Object.assign(line, {
      borderColor: colours[at],
      backgroundColor: colours[at],
      borderWidth: 2,
      pointRadius: 0,
      tension: 0.2,
    });
  });
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: "index", intersect: false },
    plugins: { legend: { labels: { color: token("--ink"), boxWidth: 12, boxHeight: 12 } } },
    scales: {
      x: { ticks: { color: token("--ink-soft"), maxTicksLimit: 7, maxRotation: 0 }, grid: { display: false } },
      people: axis("left"),
      mbps: axis("right"),
    },
  };
};

/* In the evening a device may change to dark colours. */
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const chart of Object.values(window.Chart?.instances ?? {})) {
    chart.options = window.plenumChart.options(chart.data.datasets);
    chart.update();
  }
});
