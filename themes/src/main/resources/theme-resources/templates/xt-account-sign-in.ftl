<#import "xt-account-parts.ftl" as account>
<@account.page title=msg("xtAccountSignInTitle")>
    <#-- Without what only indents: with all its sections this page is the longest. -->
    <#compress>
    <@account.navigation current="sign-in"/>
    <@account.section id="xt-password-title" title=msg("xtPasswordLabel")>
        <#if xt.withPassword>
            <p>${msg("xtAccountPasswordIntro")}</p>
            <#if xt.mayChange><@account.action id="xt-change-password" path="sign-in/password" text=msg("xtAccountPasswordChange")/></#if>
        <#else>
            <p>${msg("xtAccountNoPassword")}</p>
        </#if>
    </@account.section>
    <#if xt.secondFactors?has_content || (xt.mayChange && xt.addableFactors?has_content)>
        <@account.section id="xt-factors-title" title=msg("xtAccountFactors")>
            <p>${msg("xtAccountFactorsIntro")}</p>
            <#if xt.secondFactors?has_content>
                <ul class="xt-rows">
                    <#list xt.secondFactors as factor>
                        <#assign name><#if factor.label?has_content>${factor.label}<#else><@kind of=factor.kind/></#if></#assign>
                        <li>
                            <div>
                                <strong><bdi>${name}</bdi></strong>
                                <p class="xt-hint"><#if factor.label?has_content><@kind of=factor.kind/></#if><#if factor.label?has_content && factor.since?has_content> · </#if><#if factor.since?has_content>${msg("xtAccountFactorSince", factor.since)}</#if></p>
                            </div>
                            <#if xt.mayChange><@account.action id="xt-remove-factor-" + factor?index path="sign-in/second-factor/removal" name="factor" value=factor.id text=msg("xtAccountFactorRemove") label=msg("xtAccountFactorRemoveOf", name)/></#if>
                        </li>
                    </#list>
                </ul>
            </#if>
            <#if xt.mayChange>
                <#list xt.addableFactors as addable>
                    <@account.action id="xt-add-" + addable path="sign-in/second-factor" name="kind" value=addable text=(addable == "app")?then(msg("xtAccountAddApp"), (addable == "passkey")?then(msg("xtAccountAddPasskey"), msg("xtAccountAddRecovery")))/>
                </#list>
            </#if>
        </@account.section>
    </#if>
    <#if xt.providers?has_content>
        <@account.section id="xt-providers-title" title=msg("xtAccountProviders")>
            <ul class="xt-rows">
                <#list xt.providers as provider>
                    <li>
                        <div>
                            <strong><bdi>${provider.displayName}</bdi></strong>
                            <p class="xt-hint"><#if !provider.connected>${msg("xtAccountNotConnected")}<#else>${msg("xtAccountConnectedState")}<#if provider.userName?has_content> · <bdi>${provider.userName}</bdi></#if></#if></p>
                            <#if provider.connected && !provider.removable><p class="xt-hint">${msg("xtAccountOnlyWayIn")}</p></#if>
                        </div>
                        <#if !xt.mayChange>
                        <#elseif !provider.connected>
                            <@account.action id="xt-connect-" + provider.alias path="sign-in/connection" name="provider" value=provider.alias text=msg("xtLink") label=msg("xtAccountConnectWith", provider.displayName)/>
                        <#elseif provider.removable>
                            <@account.action id="xt-disconnect-" + provider.alias path="sign-in/disconnection" name="provider" value=provider.alias text=msg("xtAccountDisconnect") label=msg("xtAccountDisconnectFrom", provider.displayName)/>
                        </#if>
                    </li>
                </#list>
            </ul>
        </@account.section>
    </#if>
    <@account.section id="xt-sessions-title" title=msg("xtAccountSessions")>
        <ul class="xt-rows">
            <#list xt.sessions as session>
                <li>
                    <div>
                        <strong><#if session.device?has_content><bdi>${session.device}</bdi><#else>${msg("xtAccountUnknownDevice")}</#if></strong>
                        <p class="xt-hint"><#if session.current>${msg("xtAccountThisDevice")}<#else>${msg("xtAccountLastUsed", session.lastUsed)}</#if><#if session.address?has_content> · <bdi>${session.address}</bdi></#if></p>
                    </div>
                </li>
            </#list>
        </ul>
        <#if xt.mayChange && xt.sessions?size gt 1>
            <@account.action id="xt-sign-out-elsewhere" path="sign-in/sign-out-elsewhere" text=msg("xtAccountSignOutElsewhere")/>
        </#if>
    </@account.section>
    <#if xt.devices?has_content>
        <@account.section id="xt-devices-title" title=msg("xtAccountDevices")>
            <p>${msg("xtAccountDevicesIntro")}</p>
            <form id="xt-devices" action="${xt.home}sign-in/device-removal" method="post" novalidate>
                <@account.token/>
                <ul class="xt-rows">
                    <#list xt.devices as device>
                        <#assign name=device.device?has_content?then(device.device, msg("xtAccountUnknownDevice"))>
                        <li>
                            <div>
                                <strong><bdi>${name}</bdi></strong>
                                <p class="xt-hint"><#if device.current>${msg("xtAccountThisDevice")}<#else>${msg("xtAccountLastUsed", device.lastUsed)}</#if></p>
                                <p class="xt-hint">${msg("xtAccountDeviceSince", device.since)}</p>
                            </div>
                            <@forget device=device.id label=msg("xtAccountDeviceForgetOf", name)>${msg("xtAccountDeviceForget")}</@forget>
                        </li>
                    </#list>
                </ul>
                <#if xt.devices?size gt 1><@forget device="all">${msg("xtAccountDevicesForget")}</@forget></#if>
            </form>
        </@account.section>
    </#if>
    </#compress>
</@account.page>

<#macro kind of><#if of == "app">${msg("xtWayApp")}<#elseif of == "passkey">${msg("xtWayPasskey")}<#else>${msg("xtAccountRecoveryCodes")}</#if></#macro>

<#macro forget device label="">
    <#if xt.mayChange><button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!}" type="submit" name="device" value="${device}"<#if label?has_content> aria-label="${label}"</#if>><#nested></button></#if>
</#macro>
