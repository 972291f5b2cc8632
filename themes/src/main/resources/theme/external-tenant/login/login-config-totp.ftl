<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's page as three steps: app, secret, code. -->
<#assign manual=(mode!"") == "manual">
<#assign wrongName=messagesPerField.existsError("userLabel")>
<@layout.registrationLayout displayMessage=message?has_content && message.type == "error" && !messagesPerField.existsError("totp", "userLabel"); section>
    <#if section = "header">
        ${msg("xtAppSetupTitle")}
    <#elseif section = "form">
        <ol id="kc-totp-settings">
            <li>
                <p>${msg("xtAppSetupApps")} <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list></p>
            </li>
            <li>
                <#if manual>
                    <p>${msg("xtAppSetupKey")}</p>
                    <p><span id="kc-totp-secret-key" dir="ltr">${totp.totpSecretEncoded}</span></p>
                    <p class="xt-hint">${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)} · ${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()} · ${msg("loginTotpDigits")}: ${totp.policy.digits}<#if totp.policy.type == "totp"> · ${msg("loginTotpInterval")}: ${totp.policy.period}</#if></p>
                    <p><a id="mode-barcode" href="${totp.qrUrl}">${msg("xtAppSetupScanInstead")}</a></p>
                <#else>
                    <p>${msg("xtAppSetupScan")}</p>
                    <img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("xtAppSetupPicture")}">
                    <p><a id="mode-manual" href="${totp.manualUrl}">${msg("xtAppSetupKeyInstead")}</a></p>
                </#if>
            </li>
            <li><p>${msg("xtAppSetupThen")}</p></li>
        </ol>
        <form id="kc-totp-settings-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
            <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
            <div class="${properties.kcFormGroupClass!}">
                <label for="totp" class="${properties.kcLabelClass!}">${msg("xtCodeLabel")}</label>
                <@form.error input="totp" id="totp" alert=true/>
                <input id="totp" class="${properties.kcInputClass!} xt-digits" type="text" name="totp" required dir="ltr" inputmode="numeric"
                       autocomplete="one-time-code" autocapitalize="none" spellcheck="false"<@form.described input="totp" id="totp" focus=messagesPerField.existsError("totp")/>>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <label for="userLabel" class="${properties.kcLabelClass!}">${msg("xtAppSetupName")}<#if totp.otpCredentials?size lt 1> <span class="xt-optional">${msg("xtOptional")}</span></#if></label>
                <@form.error input="userLabel" id="userLabel" alert=true/>
                <input id="userLabel" class="${properties.kcInputClass!}" type="text" name="userLabel" autocomplete="off" maxlength="100"<@form.described input="userLabel" id="userLabel" focus=wrongName/>>
            </div>
            <@form.endOtherSessions/>
            <@form.submit id="saveTOTPBtn">${msg("xtAppSetupSave")}</@form.submit>
            <@form.cancelAction/>
        </form>
    </#if>
</@layout.registrationLayout>
