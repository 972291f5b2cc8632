<#--
  The frame around every HTML mail. Without tables and images. The inline styles are the light look that every mail
  program understands; those that know style sheets and a dark mode get the dark one from the head.
-->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${ltr?then('ltr', 'rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${subject!realmName}</title>
    <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
        p { margin: 0 0 16px; }
        a { color: #0f6b62; word-break: break-word; }
        @media (prefers-color-scheme: dark) {
            .xt-canvas { background: #10151a !important; }
            .xt-sheet { background: #192027 !important; color: #e8edf0 !important; border-color: #303a43 !important; }
            .xt-code { background: #10151a !important; color: #ffffff !important; border-color: #303a43 !important; }
            .xt-quiet { color: #a7b3bc !important; }
            a { color: #7fd6c8 !important; }
            .xt-action { background: #7fd6c8 !important; color: #10151a !important; }
        }
        @media (max-width: 480px) {
            .xt-canvas { padding: 12px !important; }
            .xt-sheet { padding: 24px !important; }
        }
    </style>
</head>
<body class="xt-canvas" style="margin:0;padding:32px 16px;background:#f3f5f6;-webkit-text-size-adjust:100%;">
    <div class="xt-sheet" style="max-width:480px;margin:0 auto;padding:32px 40px;border:1px solid #dce2e6;border-radius:16px;background:#ffffff;color:#182026;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:break-word;">
        <p class="xt-quiet" style="margin:0 0 24px;color:#55626c;font-size:14px;font-weight:600;">${realmName}</p>
        <#nested>
    </div>
    <p class="xt-quiet" style="max-width:480px;margin:16px auto 0;color:#55626c;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:13px;line-height:1.5;text-align:center;">${msg("xtMailAutomatic", realmName)}</p>
</body>
</html>
</#macro>
