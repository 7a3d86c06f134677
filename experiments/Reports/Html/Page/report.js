'use strict';
// Draws every chart of the page from the specification beside it. Colours of text and lines are the style sheet's, so that they follow the
// reader's choice of light or dark; those of models are its --m0, --m1, ...
(() => {
  const style = getComputedStyle(document.documentElement);
  const models = [];
  while (style.getPropertyValue(`--m${models.length}`)) models.push(style.getPropertyValue(`--m${models.length}`).trim());
  const font = getComputedStyle(document.body).fontFamily;
  const config = {
    background: 'transparent',
    font,
    range: {
      category: models,
      symbol: ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-left', 'triangle-right']
    },
    view: { stroke: 'transparent' },
    axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', tickSize: 4, gridColor: '#d8dce1', labelLimit: 130 },
    legend: {
      orient: 'top', title: null, labelFontSize: 12, symbolStrokeWidth: 2, labelLimit: 240, padding: 0, offset: 6, columnPadding: 12
    },
    line: { strokeWidth: 2 },
    point: { size: 45 }
  };
  const options = { renderer: 'svg', mode: 'vega-lite', config, actions: { export: true, source: false, compiled: false, editor: false } };

  async function draw(chart) {
    const plot = chart.querySelector('.plot');
    try {
      await vegaEmbed(plot, JSON.parse(chart.querySelector('script').textContent), options);
    } catch (failure) {
      chart.classList.add('failed');
      plot.textContent = `This chart could not be drawn: ${failure.message}`;
      console.error(failure);
    }
  }

  Promise.all(Array.from(document.querySelectorAll('.chart'), draw)).then(() => { document.documentElement.dataset.charts = 'drawn'; });

  // Paper shows what is folded away on screen.
  addEventListener('beforeprint', () => document.querySelectorAll('details.paper').forEach(part => { part.open = true; }));
})();
