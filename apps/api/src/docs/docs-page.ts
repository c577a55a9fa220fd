/** The page that shows the description of the API. Its files are ours; its words are those of the description. */
export const docsPage = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Nujoom</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
</head>
<body>
<main id="description"><noscript><p>This page needs scripts. The description itself is at
<a href="/api/docs/openapi.json">/api/docs/openapi.json</a>.</p></noscript></main>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/files/start.js"></script>
</body>
</html>
`;
