<#import "xt-account-parts.ftl" as account>
<#-- Nobody is signed in any more, so it leads nowhere. -->
<@account.page title=msg("xtAccountDeletedTitle")>
    <p id="xt-farewell">${msg("xtAccountDeletedText")}</p>
</@account.page>
