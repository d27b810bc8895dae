/* How PrimeFaces' charts look here: in the colours of the site's tokens, with times as the reader's clock has them. */
"use strict";

window.plenumChart = function plenumChart() {
  const { config } = this.cfg;
  const style = window.getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const axis = (position) => ({
    position,
    beginAtZero: true,
    ticks: { color: token("--ink-soft"), precision: 0 },
    grid: { color: token("--line"), drawOnChartArea: position === "left" },
  });
  const colours = ["--accent", "--in-room", "--away"].map(token);
  config.data.labels = config.data.labels.map((label) => time.format(new Date(label)));
  config.data.datasets.forEach((line, at) => {
    Object.assign(line, {
      borderColor: colours[at],
      backgroundColor: colours[at],
      borderWidth: 2,
      pointRadius: 0,
      tension: 0.2,
    });
  });
  config.options = {
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
