<#-- Building blocks of our pages. They use the theme's class hooks, so the pages fit any theme made on base. -->

<#-- Marks a control as wrong, names its error and hint, and may take the cursor. A group is not wrong, its controls are. -->
<#macro described input id hint="" focus=false invalid=true>
    <#local wrong=messagesPerField.existsError(input)>
    <#local texts=[]>
    <#if wrong><#local texts=texts + [id + "-error"]></#if>
    <#if hint?has_content><#local texts=texts + [hint]></#if>
    <#t><#if wrong && invalid> aria-invalid="true"</#if><#if texts?has_content> aria-describedby="${texts?join(" ")}"</#if><#if focus> autofocus</#if><#t>
</#macro>

<#--
  What is said of an entry. Keycloak's messages may hold some HTML. A text that is given here holds none, nor does what a
  tenant may word by its language file, where "&lt;" is to be read as written and not as the beginning of a tag.
-->
<#macro wrongText input plain=""><#if plain?has_content><bdi>${plain}</bdi><#elseif input == "password-confirm">${messagesPerField.get(input)}<#else>${kcSanitize(messagesPerField.get(input))?no_esc}</#if></#macro>

<#macro error input id alert=false plain="">
    <#if messagesPerField.existsError(input)>
        <div id="${id}-error" class="${properties.kcInputErrorMessageClass!}"<#if alert> role="alert"</#if>><@wrongText input=input plain=plain/></div>
    </#if>
</#macro>

<#macro alert type id="" focus=false>
    <div<#if id?has_content> id="${id}"</#if> class="${properties.kcAlertClass!} alert-${type}" role="${(type == 'error')?then('alert', 'status')}"<#if focus> tabindex="-1" autofocus</#if>>
        <div class="${properties.kcAlertTitleClass!}"><#nested></div>
    </div>
</#macro>

<#-- A text that we have none of: it is there if the tenant's language file has it. -->
<#macro description key><#local text=msg(key)><#if text != key><p class="xt-lead"><bdi>${text}</bdi></p></#if></#macro>

<#macro submit name="" value="" id="">
    <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="submit"<#if id?has_content> id="${id}"</#if><#if name?has_content> name="${name}" value="${value}"</#if>><#nested></button>
</#macro>

<#-- Does something else than the form asks for, so it needs none of its fields. -->
<#macro otherSubmit value id look=properties.kcButtonDefaultClass!>
    <button class="${properties.kcButtonClass!} ${look} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="submit" id="${id}" name="action" value="${value}" formnovalidate><#nested></button>
</#macro>

<#-- The only field of its page: it takes the cursor, and its error is spoken at once. -->
<#macro emailField input autocomplete value label=msg("xtEmailLabel")>
    <div class="${properties.kcFormGroupClass!}">
        <label for="${input}" class="${properties.kcLabelClass!}">${label}</label>
        <@error input=input id=input alert=true/>
        <input id="${input}" class="${properties.kcInputClass!}" type="email" name="${input}" value="${value}" required dir="ltr"
               autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" maxlength="254"<@described input=input id=input hint=brandHint(input) focus=true/>>
        <@usernameHint input=input/>
    </div>
</#macro>

<#-- As the e-mail field, where customers may have a user name; phones then show their plain keyboard. -->
<#macro identifierField input value>
    <div class="${properties.kcFormGroupClass!}">
        <label for="${input}" class="${properties.kcLabelClass!}">${msg("xtIdentifierLabel")}</label>
        <@error input=input id=input alert=true/>
        <input id="${input}" class="${properties.kcInputClass!}" type="text" name="${input}" value="${value}" required dir="ltr"
               autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254"<@described input=input id=input hint=brandHint(input) focus=true/>>
        <@usernameHint input=input/>
    </div>
</#macro>

<#-- What the tenant says about the name to sign in with: below the field, where it stays while one types. -->
<#macro usernameHint input><#if brandHint(input)?has_content><p id="${brandHint(input)}" class="xt-hint"><bdi>${xtBrand.usernameHint}</bdi></p></#if></#macro>
<#function brandHint input><#return (input == "username" && (xtBrand.usernameHint)?has_content)?then("xt-username-hint", "")></#function>

<#-- The steps take it under Keycloak's own name of it, and leave it out of the model where it is not offered. -->
<#macro staySignedIn optional=false>
    <#if xt.staySignedIn??>
        <div class="${properties.kcFormGroupClass!}">
            <div class="xt-choice">
                <input id="xt-stay-signed-in" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="rememberMe" value="on"<#if xt.staySignedIn> checked</#if>>
                <label for="xt-stay-signed-in" class="xt-choice-label">${msg("xtStaySignedIn")}<#if optional> <span class="xt-optional">${msg("xtOptional")}</span></#if></label>
            </div>
        </div>
    </#if>
</#macro>

<#-- Of a second proof; left out of the model where the app's user flow does not offer it. -->
<#macro trustDevice>
    <#if xt.trustedDeviceDays??>
        <div class="${properties.kcFormGroupClass!}">
            <div class="xt-choice">
                <input id="xt-trust-device" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="trustDevice" value="on" aria-describedby="xt-trust-device-hint"<#if xt.trustDevice> checked</#if>>
                <label for="xt-trust-device" class="xt-choice-label">${msg("xtTrustDevice", xt.trustedDeviceDays)}</label>
            </div>
            <p id="xt-trust-device-hint" class="xt-hint">${msg("xtTrustDeviceHint")}</p>
        </div>
    </#if>
</#macro>

<#-- What the tenant's rules ask for, said before one is broken. -->
<#macro passwordRule id length>
    <#if length gt 0><p id="${id}" class="xt-hint">${msg("xtPasswordHint", length)}</p></#if>
</#macro>

<#-- Lets a password manager know whose password it is; without a name it is not sent. -->
<#macro passwordOwner email>
    <input type="text" value="${email}" autocomplete="username" readonly hidden>
</#macro>

<#-- Tells who is signing in, unless the theme's shell already does. -->
<#macro account email>
    <#if !(auth?has_content && auth.showUsername() && !auth.showResetCredentials())>
        <div class="xt-account">
            <bdi>${email}</bdi>
            <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("xtNotYou")}</a>
        </div>
    </#if>
</#macro>

<#-- The ways in besides the page's form; each is a link, so it works without a script. -->
<#macro providers list=[]>
    <#if list?has_content>
        <div class="xt-social">
            <p class="xt-or"><span>${msg("xtOr")}</span></p>
            <ul class="xt-plain-list">
                <#list list as provider>
                    <li><a id="xt-provider-${provider.alias}" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${provider.url}"><span>${msg("xtContinueWith", provider.displayName)}</span></a></li>
                </#list>
            </ul>
        </div>
    </#if>
</#macro>

<#-- Keycloak's actions end them by this name. -->
<#macro endOtherSessions>
    <div class="${properties.kcFormGroupClass!}">
        <div class="xt-choice">
            <input id="logout-sessions" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="logout-sessions" value="on">
            <label for="logout-sessions" class="xt-choice-label">${msg("logoutOtherSessions")}</label>
        </div>
    </div>
</#macro>

<#-- Only what an app asked for can be left undone. -->
<#macro cancelAction>
    <#if isAppInitiatedAction??>
        <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!} xt-space-above" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
    </#if>
</#macro>
