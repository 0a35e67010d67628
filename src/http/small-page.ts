/** Words of people between tags and in attributes. */
export const plain = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page without script and style: it must open in whatever a telephone shows links with. */
export const page = (body: string, head = ''): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tanggap</title>
${head}</head>
<body>
${body}
</body>
</html>
`
