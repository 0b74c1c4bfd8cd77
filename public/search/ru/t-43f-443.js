dossierSearch("t-43f-443","0публик im1 6ац nC 2нкт nDdFk8 5ирн im1 2т [7 3ин ]7S4c:^2?f56c8V2l1V1m6^6Bj1 5= _I 1ят \\7lT1T1[53c3 3илетн _7mT1 ")
<!-- dossier: search/ru/t-43f-443.js -->
