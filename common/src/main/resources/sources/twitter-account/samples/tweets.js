window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : { "initial" : { "editTweetIds" : [ "1601000000000000010" ], "editsRemaining" : "5" } },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1600999999999999999",
      "id_str" : "1601000000000000010",
      "retweet_count" : "1",
      "created_at" : "Thu Dec 08 19:05:00 +0000 2022",
      "full_text" : "@ann thank you &lt;3",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "favorite_count" : "0",
      "id_str" : "1601000000000000011",
      "retweet_count" : "9",
      "created_at" : "Thu Dec 08 19:06:00 +0000 2022",
      "full_text" : "RT @bob: hello",
      "lang" : "en"
    }
  }
]
