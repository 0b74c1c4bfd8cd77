dossierSearch("d-23",[[187,"articles/csto-plans-2020/afghan-frontier.html","The Afghan frontier",2,"10 December 2019","The CSTO’s plans for 2020","The article sees Uzbekistan and Turkmenistan, both neighbours of Afghanistan, as the most obvious partners to help protect the CSTO’s southern borders.",""]])
<!-- dossier: search/en/d-23.js -->
