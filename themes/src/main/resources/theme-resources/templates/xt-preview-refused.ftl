<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="light dark">
    <title>No preview</title>
    <link rel="stylesheet" href="${url.resourcesPath}/css/xt-preview.css">
</head>
<body class="refused">
<main>
    <h1>No preview</h1>
    <p>${preview.description} A new link comes from whoever administers the brand.</p>
    <p class="code"><code>${preview.code}</code></p>
</main>
</body>
</html>
