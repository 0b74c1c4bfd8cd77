dossierSearch("t-43f-440-430","0прав a5 4ильн a5Qh1 5тельств a5e1dEV?[2S< 4к im1 4опис im1 6реемник nIZ2V:S=d9 3г k<Z? 2едлаг \\7lR1c@ 5ож b5d1lT1\\A 4мет \\1[]1 4отвращ S8d: 4прин ZL 4седател SL ;ьств c;5U2U8d5W5gICi16 ?_росс_в_одкб= _Q1 5т ^1k5\\3l>mL 6авл \\1lGdI 3жд l; 3зидент _I 9_росс= _I 3крат kc1j7 3сс b5c1Cd:T1e1l1R>k1l:[1\\1a7 ")
<!-- dossier: search/ru/t-43f-440-430.js -->
