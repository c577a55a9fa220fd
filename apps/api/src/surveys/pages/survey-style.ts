import { hash } from 'node:crypto';
import { fontFaces } from '../../pages/page-style.js';

/**
 * The style of survey pages. Logical properties only, so that one style serves both directions; targets of at least 44 px; what is
 * chosen is told by the control itself, so that a browser which knows none of this still shows a working form.
 */
export const surveyStyle = `${fontFaces}
:root{--ink:#1a2230;--soft:#4d5a6b;--line:#cfd6df;--edge:#5f6c7d;--paper:#fff;--ground:#f4f6f9;--brand:#12395f;--dark:#0b2744;--gold:#c79a3a;--link:#0f5499;--bad:#a3161b;--badground:#fdf3f3;--tint:#eef4fb;--focus:#ffbf2e}
*,::before,::after{box-sizing:border-box}
html{font:106.25%/1.6 "Nujoom","Segoe UI",Tahoma,system-ui,sans-serif;color:#1a2230;color:var(--ink);background:#f4f6f9;background:var(--ground);-webkit-text-size-adjust:100%;text-size-adjust:100%}
:lang(ar),:lang(ur),:lang(fa){line-height:1.8}
body{margin:0;overflow-wrap:break-word;word-wrap:break-word}
h1,h2,p,ul,dl,dd,fieldset{margin:0;padding:0}
h1{font-size:1.5rem;line-height:1.4;font-weight:600}
h2{font-size:1.1rem;line-height:1.5;font-weight:600;margin-block:1.75rem .25rem}
p{margin-block-end:.75rem}
a,.link{color:var(--link);text-underline-offset:.2em}
a:hover,.link:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--dark);outline-offset:2px;box-shadow:0 0 0 6px var(--focus);border-radius:3px}
main:focus,.question:focus{outline:0;box-shadow:none}
button,input,select,textarea{font:inherit;color:inherit}
.unseen,.trap{position:absolute;inline-size:1px;block-size:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);clip:rect(0 0 0 0);white-space:nowrap}
.skip{position:absolute;inset-block-start:0;inset-inline-start:0;z-index:2;padding:.75rem 1.25rem;background:var(--paper);transform:translateY(-150%)}
.skip:focus{transform:none}
.wrap{max-inline-size:41rem;margin-inline:auto;padding-inline:1rem}
.top{background:var(--brand);color:#fff;border-block-end:4px solid var(--gold)}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1rem;min-block-size:3.5rem;padding-block:.25rem}
.asker{margin:0;font-weight:600}
.languages{list-style:none;display:flex;flex-wrap:wrap;gap:0 .25rem;margin-inline:-.5rem}
.languages a,.languages .link{color:#fff;display:inline-flex;align-items:center;justify-content:center;min-block-size:44px;min-inline-size:44px;padding-inline:.5rem}
.link{background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}
.main{background:var(--paper);padding-block:.75rem 2.5rem}
.back{display:inline-flex;align-items:center;gap:.5rem;min-block-size:44px;padding-inline-end:.5rem;margin-block-end:.5rem}
.back::before{content:"";inline-size:.55rem;block-size:.55rem;border-block-end:2px solid;border-inline-start:2px solid;transform:rotate(45deg)}
[dir=rtl] .back::before{transform:rotate(-45deg)}
.caption,.soft,.hint{color:var(--soft)}
.caption{margin-block-end:.25rem}
.part-of{display:block}
.lead{font-size:1.06rem}
h1+.lead{margin-block-start:.35rem}
.soft{font-weight:400}
.about{margin-block:.75rem 0;padding:.6rem 1rem;background:var(--ground);border-inline-start:4px solid var(--gold)}
.about div{display:flex;flex-wrap:wrap;gap:0 .5rem}
.about dt{color:var(--soft)}
.about dt::after{content:":"}
.about dd{font-weight:600}
ul.know,.main ul{padding-inline-start:1.25rem;margin-block-end:.75rem}
.button{display:block;min-block-size:52px;min-inline-size:min(10rem,100%);margin-block-start:1.75rem;padding:.5rem 1.75rem;font-weight:600;color:#fff;background:var(--brand);border:2px solid transparent;border-radius:5px;cursor:pointer}
.button:hover{background:var(--dark)}
#moment:not(:empty){margin-block:1rem 0;padding:.6rem 1rem;background:var(--tint);border-inline-start:4px solid var(--brand);font-weight:600}
.question{border:0;min-inline-size:0;margin-block-end:2rem;position:relative}
.asked{display:block;inline-size:100%;padding:0;margin-block-end:.6rem;font-weight:600;font-size:1.06rem}
.asked h1{font-size:1.5rem}
legend.asked{float:inline-start}
legend.asked~*{clear:both}
.hint{margin-block-end:.6rem;font-size:.95rem}
.hint p{margin:0}
.bad{border-inline-start:4px solid var(--bad);padding-inline-start:.9rem}
.fault{color:var(--bad);font-weight:600;margin-block-end:.6rem}
.summary{border:3px solid var(--bad);border-radius:5px;background:var(--badground);padding:1rem;margin-block-end:1.5rem}
.summary h2{margin-block:0 .4rem}
.summary ul{margin:0}
.summary li{margin-block:.35rem}
.summary a{color:var(--bad);font-weight:600}
.which{font-weight:400}
.options{display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem}
.option{position:relative;display:flex}
.option input{position:absolute;inset-block-start:50%;inset-inline-start:.85rem;inline-size:1.5rem;block-size:1.5rem;margin:-.75rem 0 0;accent-color:var(--brand);z-index:1;cursor:pointer}
.option label{display:flex;flex:1;align-items:center;gap:.75rem;min-block-size:52px;padding:.5rem .9rem;padding-inline-start:3.1rem;border:2px solid var(--edge);border-radius:6px;background:var(--paper);cursor:pointer}
.option label:hover{background:var(--ground)}
.option input:checked+label{border-color:var(--brand);background:var(--tint);box-shadow:inset 0 0 0 1px var(--brand)}
.option input:focus{outline:0;box-shadow:none}
.option input:focus+label{outline:3px solid var(--dark);outline-offset:2px;box-shadow:0 0 0 6px var(--focus)}
.or{margin-block:.75rem;color:var(--soft)}
.beside label{border-style:dashed}
.question>.beside,.question>.part{margin-block-start:1rem}
.face{inline-size:2.4rem;block-size:2.4rem;flex:none;fill:none;stroke:#1a2230;stroke-width:1.5;stroke-linecap:round}
.mood0 circle{fill:#f2b8a6}.mood1 circle{fill:#f8d3a8}.mood2 circle{fill:#f6e7a3}.mood3 circle{fill:#d7e9a8}.mood4 circle{fill:#b5dfae}
.stars{flex:none;max-inline-size:50%;block-size:auto}
.stars path{stroke:#7a5b12;stroke-width:1.2;stroke-linejoin:round}
.full{fill:#e0a92e}.empty{fill:none}
[dir=rtl] .stars{transform:scaleX(-1)}
.tiles{grid-template-columns:repeat(auto-fill,minmax(3.4rem,1fr))}
.tiles label,.faces label{text-align:start}
.tiles label{flex-direction:column;justify-content:flex-end;padding:2.6rem .25rem .4rem;gap:0}
.tiles input{inset-block-start:1.5rem;inset-inline-start:50%;margin-inline-start:-.75rem}
.part label{display:block;font-weight:600;margin-block-end:.25rem}
.parts{display:flex;flex-wrap:wrap;gap:.75rem}
input[type=text],input[type=time],select,textarea{inline-size:100%;min-block-size:48px;padding:.5rem .75rem;background:var(--paper);border:2px solid var(--edge);border-radius:5px}
textarea{display:block;resize:vertical;line-height:1.6}
[placeholder]:not(:placeholder-shown){unicode-bidi:plaintext;text-align:start}
.bad>.wide.bad{border-inline-start:0;padding-inline-start:0}
.bad>input,.bad>textarea,.bad>.measure>input,.bad>.parts:not(.ends) input,.bad>.parts select,.ends>.part>[aria-invalid]{border-color:var(--bad)}
.ends{align-items:flex-end}
.measure{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem}
input.short{inline-size:10rem;max-inline-size:100%}
input.two{inline-size:4rem}
input.four{inline-size:5.75rem}
select{max-inline-size:100%}
.row{border:0;border-block-start:1px solid var(--line);padding-block:1rem .75rem;min-inline-size:0}
.row.bad{padding-inline-start:.9rem;border-inline-start:4px solid var(--bad)}
.row legend{float:inline-start;inline-size:100%;padding:0;margin-block-end:.6rem;font-weight:600}
.row .options{clear:both}
.note{margin-block:.75rem 1.25rem;padding:.75rem 1rem;background:var(--ground);border-inline-start:4px solid var(--brand)}
.note p:last-child{margin:0}
.answers{border-block-start:1px solid var(--line)}
.answer{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding-block:.75rem;border-block-end:1px solid var(--line)}
.answer dt{font-weight:600;align-self:center}
.answer dd{grid-column:1;min-inline-size:0}
.answer .change{grid-column:2;grid-row:1}
.answer .link{min-block-size:44px;min-inline-size:44px}
.answer p{margin:0}
.typed{white-space:pre-wrap;unicode-bidi:isolate}
.done{padding-block:1.5rem .5rem}
.tick{inline-size:3.5rem;block-size:3.5rem;fill:#1d6b3f;margin-block-end:.75rem}
.tick path{fill:none;stroke:#fff;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
@media (min-width:40rem){
h1{font-size:1.85rem}.asked h1{font-size:1.85rem}
.main{margin-block-start:1.5rem;padding:1.25rem 2.5rem 3rem;border:1px solid var(--line);border-radius:8px}
.tiles{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:.3rem}
.faces{grid-template-columns:repeat(auto-fit,minmax(6rem,1fr))}
.faces label{flex-direction:column;justify-content:flex-start;text-align:center;padding:.9rem .4rem 3rem;gap:.5rem;line-height:1.4}
.faces .face{inline-size:3.2rem;block-size:3.2rem}
.faces input{inset-block-start:auto;inset-block-end:.8rem;inset-inline-start:50%;margin:0;margin-inline-start:-.75rem}
}
@media (forced-colors:active){.button{border-color:ButtonText}.option input:checked+label{outline:2px solid Highlight}}
@media print{.top,.skip,.back,.button{display:none}}
`;

/** Changes with the style, so that browsers may keep it for ever. */
export const surveyStyleAddress = `/assets/survey.css?v=${hash('sha256', surveyStyle, 'hex').slice(0, 12)}`;
