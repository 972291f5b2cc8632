<#--
  The one shell around every page: base's own pages and those of our steps. It keeps the contract of base's macro
  registrationLayout (its parameters and its nested sections), so base's pages work inside it unchanged.

  Base's shell starts scripts that are left out here on purpose, because every page must work without JavaScript and
  under a Content-Security-Policy of script-src 'self' (base writes them inline):
  - menu-button-links.js drives base's language menu; ours is made of links.
  - authChecker.js reloads the page when another tab signs in or starts anew; without it the next submit gets the
    server's own answer to that (already signed in, or page expired).
  - data-once-link stops a second click on a link to an identity provider; a second click is harmless.
-->
<#import "theme-resources.ftl" as themeResourceTags>
<#import "footer.ftl" as loginFooter>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local heading><#nested "header"></#local>
<#local headingText=heading?markup_string?replace("<[^>]*>", " ", "r")?replace("<", " ")?replace("\\s+", " ", "r")?trim>
<#local signingInAs=auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}<#if !(darkMode!true)> xt-light</#if><@brandLayout/>" lang="${lang}" dir="${(realm.internationalizationEnabled && locale.rtl)?then('rtl', 'ltr')}">
<head>
    <meta charset="utf-8">
    <#-- The realm's own policy is one for all that Keycloak answers, and lets in the scripts inside its consoles and inside
         the page that posts an answer to an app. Pages of this shell need none of them. Only the page of a logout frames
         anything: apps, and which of them is for the realm's policy to say. -->
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src ${(pageId == "frontchannel-logout")?then("*", "'none'")}; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="${(darkMode!true)?then('light dark', 'light')}">
    <#-- The heading tells the tabs of one sign-in apart; pages without one get the realm's title. -->
    <title><#if headingText?has_content>${headingText?no_esc} – ${realm.displayName}<#else>${title!}</#if></title>
    <#if (xtBrand.favicon)?has_content>
        <link rel="icon" href="${xtBrand.favicon}">
    <#else>
        <@themeResourceTags.renderFavicons themeResources.favicons url.resourcesPath />
    </#if>
    <@themeResourceTags.renderStyles themeResources.stylesCommon url.resourcesCommonPath />
    <@themeResourceTags.renderStyles themeResources.styles url.resourcesPath />
    <#if (xtBrand.stylesheet)?has_content>
    <link rel="stylesheet" href="${xtBrand.stylesheet}">
    </#if>
    <@themeResourceTags.renderScripts themeResources.scripts url.resourcesPath "text/javascript" />
    <#list scripts![] as script>
    <script src="${script}"></script>
    </#list>
<#-- No end tag of head, which HTML leaves optional: Keycloak's BrowserHistoryHelper looks for one in the answer to a form, and
     writes a script before it that the page's own policy refuses. -->
<body class="${properties.kcBodyClass!}<#if bodyClass?has_content> ${bodyClass}</#if>" data-page-id="login-${pageId}">
<#if ((xtBrand.header)!false) && (xtBrand.headerLogo)??>
<div class="xt-top"><@picture image=xtBrand.headerLogo/></div>
</#if>
<div class="${properties.kcLoginClass!}">
    <header id="kc-header" class="${properties.kcHeaderClass!}">
        <#if (xtBrand.bannerLogo)??>
        <@picture image=xtBrand.bannerLogo text=(xtBrand.tenantName)!realm.displayName/>
        <#else>
        <@mark/>
        <div id="kc-header-wrapper" class="${properties.kcHeaderWrapperClass!}">${kcSanitize(msg("loginTitleHtml", (realm.displayNameHtml!'')))?no_esc}</div>
        </#if>
    </header>
    <main class="${properties.kcFormCardClass!}">
        <div class="${properties.kcFormHeaderClass!}">
            <h1 id="kc-page-title"><#if headingText?has_content>${heading}<#else>${title!}</#if></h1>
            <#if signingInAs>
                <#nested "show-username">
                <div id="kc-username" class="xt-account">
                    <bdi id="kc-attempted-username">${auth.attemptedUsername}</bdi>
                    <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("xtNotYou")}</a>
                </div>
            </#if>
            <#if displayRequiredFields>
                <p class="xt-hint"><span aria-hidden="true">*</span> ${msg("requiredFields")}</p>
            </#if>
        </div>
        <div id="kc-content">
            <div id="kc-content-wrapper">
                <#-- An action that the app asked for needs no warning that it has to be done. A message can lack its text:
                     of two requests at once in one session, one takes the forwarded message from the other. -->
                <#if displayMessage && message?has_content && (message.summary!"")?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
                    <div class="${properties.kcAlertClass!} alert-${message.type}" role="${(message.type == 'error' || message.type == 'warning')?then('alert', 'status')}">
                        <div class="${properties.kcAlertTitleClass!}">${kcSanitize(message.summary)?no_esc}</div>
                    </div>
                </#if>

                <#local form><#nested "form"></#local>
                ${withoutUnwanted(form)}

                <#if auth?has_content && auth.showTryAnotherWayLink()>
                    <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
                        <input type="hidden" name="tryAnotherWay" value="on">
                        <button id="try-another-way" class="xt-button xt-quiet xt-block" type="submit">${msg("xtAnotherWay")}</button>
                    </form>
                </#if>
                <#if switchOrganizationEnabled!false>
                    <form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
                        <input type="hidden" name="switchOrganization" value="true">
                        <button id="switch-organization" class="xt-button xt-quiet xt-block" type="submit">${msg("doSwitchOrganization")}</button>
                    </form>
                </#if>

                <#nested "socialProviders">

                <#if displayInfo>
                    <div id="kc-info" class="${properties.kcSignUpClass!}">
                        <div id="kc-info-wrapper" class="${properties.kcInfoAreaWrapperClass!}"><#local info><#nested "info"></#local>${withoutUnwanted(info)}</div>
                    </div>
                </#if>

                <#if (xtBrand.signInText)?has_content && signInPages?seq_contains(pageId)>
                    <div class="xt-info"><bdi><@html content=xtBrand.signInText/></bdi></div>
                </#if>
            </div>
        </div>
        <@loginFooter.content/>
    </main>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav id="kc-locale" class="${properties.kcLocaleMainClass!}" aria-label="${msg("xtLanguages")}">
            <#-- A few languages stand open; many fold away into an element that opens without a script. -->
            <#if locale.supported?size lte 3>
                <@languageList/>
            <#else>
                <details>
                    <summary id="kc-current-locale-link">${locale.current}</summary>
                    <@languageList/>
                </details>
            </#if>
        </nav>
    </#if>
    <@brandFooter/>
</div>
</body>
</html>
</#macro>

<#-- Base numbers its controls for the tab key, which would put them before everything else on the page. It also has
     handlers inside its tags, which only stop a second click, and which the page's own policy does not let run. And a
     browser lets no frame of a preview take the cursor, and says so once for each. All are taken out where the rest of a
     tag follows, in which all quotes are in pairs: a value may hold what looks like them. -->
<#function withoutUnwanted content>
    <#local unwanted="tabindex=\"[1-9][0-9]*\"|on[a-z]+=\"[^\"]*\"" + (xtFramed!false)?then("|autofocus(?:=\"[^\"]*\")?", "")>
    <#return content?markup_string?replace(" (?:" + unwanted + ")(?=(?:[^\"<>]++|\"[^\"<>]*+\")*+>)", "", "r")?no_esc>
</#function>

<#-- Where the tenant's text for who signs in stands -->
<#assign signInPages=["xt-identify", "login", "login-username"]>

<#-- On a picture that fills the page, all that the page has is one sheet. -->
<#macro brandLayout><#if xtBrand??> <#if ((xtBrand.layout)!"full") == "partial">xt-partial<#else>xt-full<#if (xtBrand.background)!false> xt-sheet</#if></#if><#if ((xtBrand.alignment)!"center") == "end"> xt-end</#if></#if></#macro>

<#-- Sizes are said, so that nothing moves when the picture arrives. -->
<#macro picture image text="" class=""><img<#if class?has_content> class="${class}"</#if> src="${image.url}" width="${image.width?c}" height="${image.height?c}" alt="${text}"></#macro>

<#-- Beside the name of the tenant, which says what the picture shows. -->
<#macro mark>
    <#if (xtBrand.squareLogo)?? || (xtBrand.squareLogoDark)??>
        <#local light=(xtBrand.squareLogo)!xtBrand.squareLogoDark>
        <picture>
            <#if (xtBrand.squareLogoDark)?? && (darkMode!true)><source srcset="${xtBrand.squareLogoDark.url}" media="(prefers-color-scheme: dark)"></#if>
            <@picture image=light class="xt-mark"/>
        </picture>
    </#if>
</#macro>

<#macro brandFooter>
    <#if ((xtBrand.footer)!false) && ((xtBrand.privacy)?? || (xtBrand.terms)??)>
        <footer class="xt-foot">
            <ul class="xt-links">
                <#if (xtBrand.privacy)??><@footerLink id="xt-privacy" link=xtBrand.privacy text=msg("xtFooterPrivacy")/></#if>
                <#if (xtBrand.terms)??><@footerLink id="xt-terms" link=xtBrand.terms text=msg("xtFooterTerms")/></#if>
            </ul>
        </footer>
    </#if>
</#macro>

<#-- In a tab of its own, because the way back to a sign-in is easily lost. -->
<#macro footerLink id link text>
    <li><a id="${id}" href="${link.url}" target="_blank" rel="noopener"><#if (link.text)?has_content><bdi>${link.text}</bdi><#else>${text}</#if></a></li>
</#macro>

<#-- What the engine made safe may come as text or as markup. -->
<#macro html content><#if content?is_markup_output>${content}<#else>${content?no_esc}</#if></#macro>

<#macro languageList>
    <ul class="${properties.kcLocaleListClass!}">
        <#list locale.supported as language>
            <li><a href="${language.url}" hreflang="${language.languageTag}"<#if language.languageTag == lang> aria-current="true"</#if>>${language.label}</a></li>
        </#list>
    </ul>
</#macro>
