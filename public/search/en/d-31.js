dossierSearch("d-31",[[248,"articles/csto-plans-2020/outlook.html","Outlook",2,"10 December 2019","The CSTO’s plans for 2020","With Russia in the chair, the article expects the CSTO to get much done in 2020.",""]])
<!-- dossier: search/en/d-31.js -->
