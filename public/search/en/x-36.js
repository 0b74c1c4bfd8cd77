dossierSearch("x-36",[[144,1,"Dmitry Bokarev wrote the article on the CSTO’s plans for 2020, which New Eastern Outlook published on 10 December 2019. The assessments in this dossier are his unless a page says otherwise; he argues, among other things, for the unity of the members and for partners on the southern border."],[146]])
<!-- dossier: search/en/x-36.js -->
