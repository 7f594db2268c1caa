guide-overdue = 확인한 지 오래되었습니다. 새로운 것은 직원에게 물어봐 주세요.
guide-other-tongue = 이 안내는 아직 한국어로 없습니다. 지금 보이는 언어: { $tongue }
guide-date = { $year }년 { $month }월 { $day }일
guide-ask = 잘 모를 때는
shelf-lessons-later = 스마트폰 연습은 아직 여기에 없습니다.
guide-words = 낱말의 뜻
guide-words-all = 다른 낱말 보기
