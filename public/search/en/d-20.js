dossierSearch("d-20",[[160,"articles/csto-plans-2020/observers-and-partners.html","Observers and partners",2,"28 November 2019","The CSTO’s plans for 2020","Russia favours cooperation with states outside the CSTO, the article says; new observers and new partners are being considered.",""]])
<!-- dossier: search/en/d-20.js -->
