<#-- All screens of a draft, for its operators: in nobody's brand, in English as our REST, without scripts. -->
<#macro address screen="" language=lang phone=preview.phone>${preview.address}<#if screen?has_content>/${screen}</#if>?kc_locale=${language?url('UTF-8')}<#if phone && !screen?has_content>&amp;view=phone</#if></#macro>
<#assign name=(preview.theme?has_content)?then("Theme “" + preview.theme + "”", "Tenant’s brand")>
<!DOCTYPE html>
<html lang="en" class="${preview.phone?then('phone', 'desktop')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="light dark">
    <title>Preview – ${name} – ${xtBrand.tenantName}</title>
    <link rel="stylesheet" href="${url.resourcesPath}/css/xt-preview.css">
</head>
<body>
<header>
    <p class="tenant">${xtBrand.tenantName}</p>
    <h1>Preview of the draft</h1>
    <p class="about"><strong>${name}</strong>, as customers would see it if it were published now. The data are made up, and nothing here can be sent. Light or dark as your browser is set. This link works until ${preview.until} UTC.</p>
    <div class="choices">
        <nav aria-label="Size">
            <ul>
                <li><a href="<@address phone=false/>"<#if !preview.phone> aria-current="true"</#if>>Desktop</a></li>
                <li><a href="<@address phone=true/>"<#if preview.phone> aria-current="true"</#if>>Phone</a></li>
            </ul>
        </nav>
        <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav aria-label="Language">
            <#if locale.supported?size lte 6>
                <@languages/>
            <#else>
                <details>
                    <summary>${locale.current}</summary>
                    <@languages/>
                </details>
            </#if>
        </nav>
        </#if>
    </div>
    <nav class="groups" aria-label="Groups of screens">
        <ul>
            <#list preview.groups as group>
            <li><a href="#g${group?index}">${group.title}</a></li>
            </#list>
        </ul>
    </nav>
</header>
<main>
    <#list preview.groups as group>
    <section aria-labelledby="g${group?index}">
        <h2 id="g${group?index}">${group.title}</h2>
        <ul class="screens">
            <#list group.screens as screen>
            <li>
                <#-- Without scripts, so that no frame takes the cursor; inert, so that the link over it is met once. -->
                <div class="window" inert><iframe src="<@address screen=screen.id/>&amp;framed=true" title="${screen.title}" loading="lazy" sandbox></iframe></div>
                <a href="<@address screen=screen.id/>">${screen.title}</a>
            </li>
            </#list>
        </ul>
    </section>
    </#list>
</main>
</body>
</html>

<#macro languages>
                <ul>
                    <#list locale.supported as language>
                    <li><a href="<@address language=language.languageTag/>" lang="${language.languageTag}" hreflang="${language.languageTag}"<#if language.languageTag == lang> aria-current="true"</#if>>${language.label}</a></li>
                    </#list>
                </ul>
</#macro>
