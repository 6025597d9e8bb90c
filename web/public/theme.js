// A file of its own, so that the first paint has its colours and the policy needs no inline script.
(() => {
  let choice = 'system';
  try {
    choice = JSON.parse(localStorage.getItem('tbos.preferences') ?? '{}').state?.theme ?? 'system';
  } catch {}
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
