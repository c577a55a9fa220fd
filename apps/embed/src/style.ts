/** In pixels, since a page may make its own `rem` of any size. The box forgets whatever the page around it hands down. */
const text = `:host{display:block!important}
.box{all:initial;display:block;box-sizing:border-box;max-inline-size:640px;padding:16px;color:#1a2230;background:#fff;border:1px solid #cfd6df;border-radius:8px;font:16px/1.6 system-ui,"Segoe UI",Tahoma,sans-serif;overflow-wrap:anywhere}
.box *{box-sizing:border-box;font:inherit;color:inherit}
p,fieldset{margin:0 0 12px;padding:0;border:0;min-inline-size:0}

.box legend,.box .asked{display:block;font-weight:600;font-size:18px;padding:0;margin-block-end:8px}
.box .soft{color:#4d5a6b;font-size:14px;font-weight:400}
.options{display:grid;gap:8px;grid-template-columns:repeat(auto-fit,minmax(min(220px,100%),1fr))}
.faces{grid-template-columns:repeat(auto-fit,minmax(96px,1fr))}
label{display:flex;gap:8px;align-items:center;min-block-size:44px;padding:6px 12px;border:2px solid #5f6c7d;border-radius:6px;cursor:pointer}
.faces label{flex-direction:column;text-align:center;padding:12px 4px;line-height:1.35}
label:has(:checked){border-color:var(--nujoom-brand,#12395f);background:#eef4fb}
input{inline-size:20px;block-size:20px;margin:0;flex:none;accent-color:var(--nujoom-brand,#12395f)}
svg{inline-size:48px;block-size:48px;fill:none;stroke:#1a2230;stroke-width:1.5;stroke-linecap:round}
.mood0 circle{fill:#f2b8a6}.mood1 circle{fill:#f8d3a8}.mood2 circle{fill:#f6e7a3}.mood3 circle{fill:#d7e9a8}.mood4 circle{fill:#b5dfae}
textarea{display:block;inline-size:100%;min-block-size:96px;padding:8px;border:2px solid #5f6c7d;border-radius:6px;background:#fff;resize:vertical}
.box button{min-block-size:48px;min-inline-size:140px;padding:8px 24px;border:2px solid transparent;border-radius:6px;color:#fff;background:var(--nujoom-brand,#12395f);font-weight:600;cursor:pointer}
.box button:disabled{color:#1a2230;background:#cfd6df;cursor:default}
:focus-visible{outline:3px solid #0b2744;outline-offset:2px;box-shadow:0 0 0 6px #ffbf2e}
label:has(:focus-visible){outline:3px solid #0b2744;outline-offset:2px;box-shadow:0 0 0 6px #ffbf2e}
label :focus-visible,.thanks{outline:0;box-shadow:none}
.fault:not(:empty){padding:8px 12px;color:#a3161b;font-weight:600;background:#fdf3f3;border-inline-start:4px solid #a3161b}
.trap{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.box .thanks{font-size:22px;font-weight:600}
.box a{color:#0f5499;text-decoration:underline}`;

/** A sheet that is made by script, which a policy without inline styles allows. */
export function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
